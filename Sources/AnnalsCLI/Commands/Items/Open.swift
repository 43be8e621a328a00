import ArgumentParser
import EventLog
import EventModel
import JSONText
import Projections
import Querying
import Rendering
import SideTables

struct Open: AnnalsCommand {
  static let configuration = CommandConfiguration(
    commandName: "open", abstract: "Open the article of an event or an item in your browser.",
    discussion: """
      The browser is $BROWSER, else xdg-open; where the output is no terminal, the address is printed. \
      Only http and https addresses are opened.

        annals open b949
        annals open b949 | xargs curl -sL
        annals open b949 --all               what every source of the event says
      """)

  @Argument(
    help: "The id of an event, a report or an item, or its first digits.",
    completion: Completing.event)
  var name: String

  @Flag(help: "All addresses, not only the first.")
  var all = false

  @OptionGroup var reader: ReaderOptions
  @OptionGroup var asOf: AsOfOptions
  @OptionGroup var store: StoreOptions
  @OptionGroup var output: OutputOptions

  func run(in surroundings: Surroundings) throws {
    let store = try self.store.openToAsk(surroundings)
    let (bound, day) = try asOf.bound(today: surroundings.today)
    let found = try store.ask(asOf: bound) { try places(in: Question($0, asOf: day)) }
    let addresses = found.addresses.filter { AddressParts($0).isOfWeb }
    guard !addresses.isEmpty else {
      throw Failure(
        .no, "\(name) has no address of the web",
        hint: found.addresses.first.map { "its source is \($0)" })
    }
    let wanted = all ? addresses : [addresses[0]]
    if surroundings.output.isTerminal, output.chosen == nil, output.file == nil {
      for address in wanted { try launch(address, surroundings) }
    } else if output.chosen == nil {
      try output.write(wanted.map { SafeText.address($0) + "\n" }.joined(), surroundings)
    } else {
      try output.write(
        Document(
          schema: "annals.addresses/1", columns: [Column("url") { .url($0["url"]) }],
          rows: wanted.map { .object(["url": .string($0)]) }), surroundings)
    }
    try reader.note(in: store.path) { table in
      try table.note(found.items, areRead: true, by: reader.reader)
    }
  }

  /// The addresses that an event or an item has, that of its first report first; and its items.
  private func places(in question: Question) throws -> (addresses: [String], items: [Int64]) {
    do {
      let event = try question.event(named: name)
      let digits = name.lowercased()
      let named = event.accounts.filter { $0.id.description.hasPrefix(digits) && $0.id != event.id }
      let accounts = named.isEmpty ? event.accounts : named
      let items = try accounts.compactMap { account in
        try account.report.mention.item.flatMap { try question.item(named: $0.description).item }
      }
      return (accounts.compactMap(\.report.mention.url).uniqued, items)
    } catch is NoSuchEvent {
      do {
        let item = try question.item(named: name)
        let url = try question.snapshot.observation(of: item)?.item.url
        return ([url].compactMap(\.self), [item.item])
      } catch let error as NoSuchItem {
        throw Failure(
          .no, "no event's or item's id begins with \(error.prefix)",
          hint: "annals log and annals items show ids")
      }
    }
  }

  private func launch(_ address: String, _ surroundings: Surroundings) throws {
    let code = try surroundings.launch(
      Open.words(of: surroundings.environment["BROWSER"], for: SafeText.address(address)))
    guard code == 0 else {
      throw Failure(
        .no, "the browser ended with \(code) at \(SafeText.address(address))",
        hint: "BROWSER names the browser")
    }
  }

  /// The words of the first browser of a list set apart by colons; %s stands for the address, which comes
  /// last where it does not stand.
  static func words(of browser: String?, for address: String) -> [String] {
    let first = (browser ?? "").split(separator: ":").first.map(String.init) ?? "xdg-open"
    let words = first.split(separator: " ").map(String.init)
    guard words.contains(where: { $0.contains("%s") }) else { return words + [address] }
    return words.map { $0.replacing("%s", with: address) }
  }
}

extension [String] {
  fileprivate var uniqued: [String] {
    var seen: Set<String> = []
    return filter { seen.insert($0).inserted }
  }
}
