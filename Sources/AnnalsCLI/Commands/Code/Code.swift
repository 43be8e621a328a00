import ArgumentParser
import EventCoding
import EventModel
import Ingestion
import JSONText
import Rendering

struct Code: AnnalsCommand {
  static let configuration = CommandConfiguration(
    commandName: "code", abstract: "Code items into events: JSON Lines in, JSON Lines out.",
    discussion: """
      Each line is {"id", "title", "summary"?, "content"?, "published"?, "source"?, "url"?, "lang"?}; each \
      gives a line {"id", "events", "quantities"}, in order. A line that cannot be read is named, and the \
      others are coded. Without "published", dates such as “last week” stay unresolved.

        annals code items.jsonl
        annals code --explain items.jsonl    why, and why not
        annals code --groups items.jsonl     {"id", "group"} a line; with --explain, same as which and why
        echo '{"id":"1","title":"Acme raises $2B","published":"2026-01-05"}' | annals code -
      """)

  @Argument(help: ArgumentHelp("Files of items; - is standard input.", valueName: "file"))
  var files: [String] = ["-"]

  @Flag(help: "Say of each field what made it so, and of the rest why not.")
  var explain = false

  @OptionGroup var dictionaries: DictionaryOptions

  @Flag(help: "Say instead which items tell the same event: equal groups, one event.")
  var groups = false

  @OptionGroup var output: OutputOptions

  func run(in surroundings: Surroundings) throws {
    let coder = try dictionaries.coder(surroundings)
    var wrong = 0
    if groups {
      try group(coder, surroundings, &wrong)
    } else {
      try code(coder, surroundings, &wrong)
    }
    guard wrong == 0 else {
      throw Failure(
        .badInput, "\(wrong) \(wrong == 1 ? "line" : "lines") could not be read, the others were")
    }
  }

  private func code(
    _ coder: EventCoder, _ surroundings: Surroundings, _ wrong: inout Int
  ) throws {
    func coded(_ items: [CodedItem]) -> [JSON] {
      let coder = coder.prepared(for: items.map(\.text))
      return items.map { item in
        item.json(coder.code(item.text, explaining: explain), explain: explain)
      }
    }
    guard isLines else {
      var rows: [JSON] = []
      try read(surroundings, &wrong) { rows += coded($0) }
      return try output.write(CodedItem.document(rows), surroundings)
    }
    try output.streamJSON(surroundings) { write in
      var out: [UInt8] = []
      try read(surroundings, &wrong) { items in
        for row in coded(items) {
          row.write(to: &out)
          out.append(0x0A)
        }
        guard out.count > 1 << 20 else { return }
        try write(out)
        out.removeAll(keepingCapacity: true)
      }
      try write(out)
    }
  }

  /// How many items are handed on together.
  private static let batch = 64

  /// Hands on the items of the lines that can be read, in their order; names and counts the others.
  private func read(
    _ surroundings: Surroundings, _ wrong: inout Int, _ body: ([CodedItem]) throws -> Void
  ) throws {
    var items: [CodedItem] = []
    for file in files {
      var lines = Lines(of: file, bytes: try InputFile.read(file, surroundings))
      while let line = try lines.next() {
        do { items.append(try CodedItem(JSON.parse(line.bytes))) } catch {
          wrong += 1
          try surroundings.complain("\(file):\(line.number): \(error.reasonInLine)")
        }
        guard items.count == Code.batch else { continue }
        try body(items)
        items.removeAll(keepingCapacity: true)
      }
    }
    try body(items)
  }

  private func group(
    _ coder: EventCoder, _ surroundings: Surroundings, _ wrong: inout Int
  ) throws {
    var items: [CodedItem] = []
    try read(surroundings, &wrong) { items += $0 }
    let coder = coder.prepared(for: items.map(\.text))
    let grouping = EventGrouping(items.map { coder.sketch($0.text, coder.code($0.text)) })
    let rows = items.indices.map { index in
      JSON.object([
        "id": .string(items[index].id), "group": .number(Int64(grouping.groups[index])),
        "same_as": explain ? grouping.joins[index].map { reason($0, items) } : nil,
      ])
    }
    let document = CodedItem.document(groups: rows)
    if !isLines { return try output.write(document, surroundings) }
    try output.stream(surroundings) { write in
      try JSONLinesFormat().write(document) { try write(Array($0.utf8)) }
    }
  }

  /// JSON Lines are what this command writes where no format is asked for.
  private var isLines: Bool { output.chosen == nil || output.chosen == .jsonl }

  private func reason(_ join: SameEvent.Match, _ items: [CodedItem]) -> JSON {
    .object([
      "id": .string(items[join.index].id), "score": .number((join.score * 100).rounded() / 100),
      "reason": .string(join.reason),
    ])
  }
}
