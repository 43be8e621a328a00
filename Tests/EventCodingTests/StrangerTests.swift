import EventCoding
import EventModel
import Testing

/// Firms that no dictionary knows, told of in the same words.
@Suite struct StrangerTests {
  static let coder = EventCoder()
  static let firms = [
    "Quillwater", "Brindlefox", "Tansy Analytics", "Korvane", "Oakmere Labs", "Zephyrine",
    "Pellucid Robotics", "Marrowby", "Sundial Works", "Veldspar", "Hollin & Rye", "Ombrelle",
  ]

  func sketch(_ title: String, day: Int = 0, source: String = "Wire") -> EventSketch {
    let item = ItemText(
      title: title, published: CivilDay(year: 2026, month: 3, day: 2 + day), source: source)
    return Self.coder.sketch(item, Self.coder.code(item))
  }

  func areOne(_ left: EventSketch, _ right: EventSketch) -> Bool {
    !SameEvent().matches(left, among: [right]).isEmpty
  }

  @Test(arguments: [
    "{} raises $20 million in Series A", "{} raises $20M Series A led by Sequoia",
    "Exclusive: {} closes $20 million Series A", "{}完成2000万美元A轮融资",
  ])
  func `twelve that raise as much in one round are twelve events`(form: String) {
    let sketches = Self.firms.map { sketch(form.replacing("{}", with: $0)) }
    for (place, one) in sketches.enumerated() {
      for other in sketches[(place + 1)...] { #expect(!areOne(one, other)) }
    }
  }

  @Test func `nor are two of them in two languages`() {
    let one = sketch("Korvane raises $20 million in Series A")
    #expect(!areOne(one, sketch("Veldspar完成2000万美元A轮融资", source: "晨报")))
  }

  @Test(arguments: [
    "Korvane closes $20 million Series A", "Robotics startup Korvane raises $20M in Series A",
    "Korvane完成2000万美元A轮融资",
  ])
  func `one that two sources tell of is one`(title: String) {
    let one = sketch("Korvane raises $20 million in Series A")
    #expect(areOne(one, sketch(title, day: 1, source: "Courier")))
  }
}
