import EventModel
import Testing

@testable import EventCoding

@Suite struct CodingDictionaryTests {
  private func events(_ title: String, with toml: String) throws -> [Event] {
    let dictionary = try CodingDictionary(adding: [("mine.toml", toml)])
    return EventCoder(dictionary).code(
      ItemText(title: title, published: CivilDay("2026-11-23")!)
    ).events
  }

  @Test func `knows the canonical name of an alias`() {
    #expect(CodingDictionary.bundled.canonical("英伟达") == "NVIDIA")
    #expect(CodingDictionary.bundled.canonical("nobody at all") == nil)
  }

  @Test func `a user's alias takes effect`() throws {
    let toml = #"[actors.company]\#n"Zyntho" = ["泽拓"]"#
    #expect(try events("泽拓宣布裁员", with: toml).first?.actors.map(\.name) == ["Zyntho"])
  }

  @Test func `a user's trigger takes effect`() throws {
    let title = "OpenAI yeets its old API"
    #expect(try events(title, with: "").isEmpty)
    let toml = #"[events.product-release]\#ndecisive = ["yeets"]"#
    #expect(try events(title, with: toml).first?.type == .productRelease)
  }

  @Test func `a dropped word is forgotten`() throws {
    let toml = #"drop = ["裁员"]"#
    #expect(try events("英特尔裁员", with: toml).isEmpty)
  }

  @Test func `says what is wrong with a file`() {
    #expect(
      throws: DictionaryError(
        file: "mine.toml", problem: "unknown event type “fundin”; did you mean “funding”?")
    ) {
      try CodingDictionary(adding: [("mine.toml", #"[events.fundin]\#nweak = ["x"]"#)])
    }
  }

  @Test func `the digest changes with the files`() throws {
    let other = try CodingDictionary(adding: [("mine.toml", #"drop = ["x"]"#)])
    #expect(other.digest != CodingDictionary.bundled.digest)
  }

  @Test func `the linter finds one name for two`() throws {
    let toml = #"[actors.company]\#n"Zyntho" = ["英伟达"]"#
    let dictionary = try CodingDictionary(adding: [("mine.toml", toml)])
    #expect(dictionary.findings().contains { $0.rule == .duplicateName && $0.subject == "英伟达" })
  }
}
