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
    let title = "Why OpenAI yeets"
    #expect(try events(title, with: "").isEmpty)
    let toml = #"[events.product-release]\#ndecisive = ["yeets"]"#
    #expect(try events(title, with: toml).first?.type == .productRelease)
  }

  @Test func `a dropped word is forgotten`() throws {
    let toml = #"drop = ["裁员"]"#
    #expect(try events("英特尔裁员", with: toml).isEmpty)
  }

  @Test(arguments: [
    (
      "[events.fundin]\nweak = ['x']",
      "2: events.fundin.weak: unknown event type “fundin”; did you mean “funding”?"
    ),
    (
      "# mine\n\nactor.lab = ['x']", "3: actor.lab: unknown section “actor”; did you mean “actors”?"
    ),
    ("[events.funding]\nstrong = 'raises'", "2: events.funding.strong: should be a list of texts"),
    ("[events.funding]\nstrong = ['a', 1]", "2: events.funding.strong: should be a list of texts"),
    (
      "[events.funding.strong]\nx = ['a']",
      "2: events.funding.strong.x: events.funding.strong should be a list of texts"
    ),
    ("events = ['a']", "1: events: should be a table"),
    ("[[events]]\nstrong = ['a']", "1: events: should be a list of texts"),
    ("[types.launch]\nmeaning = ['a', 'b']", "2: types.launch.meaning: should be a text"),
    (
      "[types.launch]\nmeanin = ['a']",
      "2: types.launch.meanin: unknown field “meanin”; did you mean “meaning”?"
    ),
    (
      "[types.launch]\ntraits = ['rar']",
      "2: types.launch.traits: unknown trait “rar”; did you mean “rare”?"
    ),
    (
      "[types.launch]\nshades = ['fundin']",
      "2: types.launch.shades: unknown event type “fundin”; did you mean “funding”?"
    ),
    (
      "[types.launch]\nphases = ['deals']",
      "2: types.launch.phases: unknown phases “deals”; did you mean “deal”?"
    ),
    ("#\n[[[", "2: a key should stand here; other than A–Z, 0–9, _ and - it takes quotes"),
    ("[drop]\nwords = ['x", "2: the text does not end"),
  ])
  func `says what is wrong with a file, and where`(toml: String, problem: String) {
    let error = #expect(throws: DictionaryError.self) {
      try CodingDictionary(adding: [("mine.toml", toml)])
    }
    #expect(error?.description == "mine.toml:\(problem)")
  }

  @Test func `names everything that is wrong, in all files`() {
    let error = #expect(throws: DictionaryError.self) {
      try CodingDictionary(adding: [
        ("a.toml", "[event.funding]\nweak = ['x']\n[stance.offical]\nen = ['y']"),
        ("b.toml", "= 1"),
      ])
    }
    #expect(error?.findings.map(\.subject) == ["a.toml:2", "a.toml:4", "b.toml:1"])
  }

  @Test func `a user's type is known, comes last and is coded`() throws {
    let toml = """
      [events.space-launch]
      decisive = ["lifts off"]
      [types.space-launch]
      meaning = "something is sent to space"
      roles = ["operator"]
      """
    let launch = EventType(rawValue: "space-launch")
    let types = try CodingDictionary(adding: [("mine.toml", toml)]).types
    #expect(types.all == EventTypes.bundled.all + [launch])
    #expect(types.meaning(of: launch) == "something is sent to space")
    let event = try events("SpaceX lifts off", with: toml).first
    #expect(event?.type == launch)
    #expect(event?.actors == [Actor("SpaceX", role: "operator")])
  }

  @Test func `types stand in the order of their precedence`() {
    let types = EventTypes.bundled.all
    #expect(types.count == 16)
    #expect(types.first == .litigation)
    #expect(types.last == .forecast)
    #expect(types == CodingDictionary.bundled.types.all)
  }

  @Test func `an unknown type suggests the nearest`() {
    #expect(
      throws: FieldError(
        key: "type", problem: "unknown event type “fundin”; did you mean “funding”?")
    ) {
      try EventTypes.bundled.named("fundin")
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
