import Foundation
import LoopbackServer
import Testing

/// What is set once, in a file of the user's and in the store, and what becomes of it.
@Suite struct ConfigTests {
  let person = Person()

  init() {
    person.environment["XDG_CONFIG_HOME"] = person.folder.path
    person.run(
      "add", "--date", "2023-02", "--type", "financial-result", "--actor", "Acme", "--title",
      "Acme tells its year", "--source", "https://example.org", "--amount", "revenue=69e6 CNY 2022")
  }

  private func file(_ name: String, _ text: String) throws -> String {
    let file = person.folder.appending(path: name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try text.write(to: file, atomically: true, encoding: .utf8)
    return file.path
  }

  private func revenue() -> String {
    person.run("compare", "Acme", "--metric", "revenue", "--currency", "USD", "-O", "csv").output
  }

  /// The settings, each with its value and where it is from.
  private func settings() -> [String: [String]] {
    let lines = person.run("config", "-O", "tsv").output.split(separator: "\n").map {
      $0.split(separator: "\t").map(String.init)
    }
    return Dictionary(lines.map { ($0[0], Array($0.dropFirst())) }) { one, _ in one }
  }

  @Test func `own rates are those of a flag, else of the store, else of the user's file`() throws {
    let mine = try file("mine.csv", "year,CNY\n2022,10\n")
    let stores = try file("stores.csv", "year,CNY\n2022,6.9\n")
    _ = try file("annals/config.toml", "rates = \"\(mine)\"\n")
    #expect(revenue().contains("6900000"))
    #expect(settings()["rates"] == [mine, person.folder.path + "/annals/config.toml"])
    #expect(person.run("config", "rates", stores).code == 0)
    #expect(revenue().contains("10000000"))
    #expect(settings()["rates"] == [stores, "the store"])
    try FileManager.default.removeItem(atPath: stores)
    let gone = person.run("compare", "Acme", "--metric", "revenue", "--currency", "USD")
    #expect(gone.code == 65 && gone.error.contains("there is no file"))
    #expect(person.run("compare", "Acme", "--metric", "revenue").code == 0)
  }

  @Test func `a file that is no table of rates, or is not there, is not set`() throws {
    let bad = try file("bad.csv", "year,CNY\nnone,7\n")
    #expect(person.run("config", "rates", bad).code == 65)
    #expect(person.run("config", "rates", "/nowhere.csv").code == 65)
    #expect(settings()["rates"]?.last == "default")
  }

  @Test func `what is listed follows the setting, and the flag goes before it`() throws {
    let feed = try file(
      "wire.xml", Site.feed(["Trump says US will strike Iran if talks fail"], title: "Wire"))
    #expect(person.run("ingest", feed).code == 0)
    func listed(_ words: String...) -> Int {
      person.run(["log", "-O", "jsonl"] + words).output.split(separator: "\n").count
    }
    let all = listed("--scope", "all")
    #expect(listed() == 1 && all == 2)
    _ = try file("annals/config.toml", "scope = \"all\"\n")
    #expect(listed() == 2 && listed("--scope", "industry") == 1)
  }

  @Test func `feeds of a host that was allowed are fetched from the user's own network`() throws {
    let server = try Site(["/feed": .answer(text: Site.feed(["a"], title: "Inside"))]).serve()
    let address = server.url("/feed")
    #expect(person.run("feed", "add", address).code == 69)
    #expect(person.run("config", "allow-private", "LOCALHOST", "127.0.0.1").code == 0)
    #expect(person.run("feed", "add", address).code == 0)
    #expect(person.run("fetch", "--all").code == 0)
  }

  @Test(arguments: [
    ("[colours]\nred = 1\n", "config.toml:2: there is no setting “colours.red”"),
    ("scop = \"all\"\n", "hint: did you mean “scope”?"),
    ("scope = \"some\"\n", "config.toml:1: scope: “some” is no scope"),
    ("width = \"wide\"\n", "config.toml:1: width:"),
  ])
  func `what is unknown in the user's file is refused, with its line`(text: String, says: String)
    throws
  {
    _ = try file("annals/config.toml", text)
    let answer = person.run("config")
    #expect(answer.code == 65 && answer.error.contains(says), "\(answer.error)")
  }
}
