import EventModel
import JSONText
import Testing

@testable import EventCoding

@Suite struct CoderModelTests {
  private static let items: [LabelledItem] = (0..<60).map { number in
    let (title, types): (String, [String]) =
      switch number % 3 {
      case 0: ("Zyntho \(number) raises $\(number)M to build farm robots", ["funding"])
      case 1: ("Zyntho \(number) is laying off \(number) people", ["personnel"])
      default:
        number % 6 == 2
          ? ("Acme wins the derby \(number)", []) : ("A walk in the woods, part \(number)", [])
      }
    return LabelledItem(
      json: .object([
        "title": .string(title), "source": .string("Source \(number % 9)"),
        "published": "2026-01-05",
        "labels": .object([
          "types": .strings(types), "stance": "reported",
          "none_kind": title.contains("derby") ? "offtopic" : nil,
        ]),
      ]))!
  }
  private static let plain = EventCoder(model: nil)
  private static let model = CoderTraining(items, with: plain, bits: 9).models().all

  private func code(_ title: String) -> [Event] {
    EventCoder(model: CoderModelTests.model).code(
      ItemText(title: title, published: CivilDay("2026-01-05")!)
    ).events
  }

  @Test func `learns what happens, what does not, and how sure it is`() throws {
    let raise = try #require(code("Zyntho 99 raises $8M to build robots").first)
    #expect(raise.type == .funding && raise.stance == .reported)
    #expect(raise.confidence > 50 && raise.confidence <= Int(raise.probabilities!.type! * 100 + 1))
    #expect(raise.isInScope && raise.scope! > 0.8)
    #expect(code("Zyntho 99 is laying off 12 people").first?.type == .personnel)
    #expect(code("A walk in the woods").isEmpty)
  }

  @Test func `what the dictionary tells outside the industry is coded and hidden`() throws {
    let item = ItemText(
      title: "Acme wins the derby, acquires Bolt for $2M", published: CivilDay("2026-01-05")!)
    let coding = EventCoder(model: CoderModelTests.model).code(item)
    #expect(coding.events.isEmpty)
    let hidden = try #require(coding.hidden.first)
    #expect(!hidden.isInScope && hidden.scope! < Event.scopeLine)
    #expect(coding.all == coding.hidden)
  }

  @Test func `the same items make the same bytes`() {
    let again = CoderTraining(CoderModelTests.items, with: CoderModelTests.plain, bits: 9).models()
      .all
    #expect(again.file(report: .null) == CoderModelTests.model.file(report: .null))
  }

  @Test func `a file says what the model says`() throws {
    let file = CoderModelTests.model.file(report: .object(["rows": 60]))
    let read = try #require(CoderModel(file: file))
    #expect(read.file(report: .object(["rows": 60])) == file)
    let item = CoderModelTests.items[0].item
    let coder = EventCoder(model: read)
    #expect(coder.code(item).events == EventCoder(model: CoderModelTests.model).code(item).events)
  }

  @Test func `a file that breaks off or is another is none`() {
    let file = CoderModelTests.model.file(report: .null)
    #expect(CoderModel(file: []) == nil)
    #expect(CoderModel(file: Array("{}\n".utf8)) == nil)
    #expect(CoderModel(file: Array(file.dropLast())) == nil)
    #expect(CoderModel(file: file + [0]) == nil)
  }

  @Test func `the reasons name the words that moved it`() {
    let item = ItemText(
      title: "Zyntho 99 raises $8M to build robots", published: CivilDay("2026-01-05")!)
    let reasons = EventCoder(model: CoderModelTests.model).code(item, explaining: true).reasons
    let learned = reasons.first { $0.type == .funding && $0.verdict.hasPrefix("learned") }
    #expect(learned?.isCoded == true)
    #expect(learned?.cues.contains { $0.points > 0 } == true)
    let event = reasons.first { $0.verdict.hasPrefix("learned: an event") }
    #expect(event?.verdict.hasSuffix("40 % are enough") == true, "the dictionary finds it too")
  }
}
