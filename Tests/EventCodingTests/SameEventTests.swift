import EventModel
import Testing

@testable import EventCoding

@Suite struct SameEventTests {
  private let coder = EventCoder()

  private func sketch(_ title: String, day: String = "2026-11-23") -> EventSketch {
    let item = ItemText(title: title, published: CivilDay(day)!)
    return coder.sketch(item, coder.code(item))
  }

  private func groups(_ sketches: [EventSketch]) -> [Int] { EventGrouping(sketches).groups }

  @Test func `joins two reports of one event`() {
    #expect(
      groups([
        sketch("Amazon acquires Zyntho Robotics for $300M"),
        sketch("Amazon buys robot maker Zyntho Robotics in $300M deal", day: "2026-11-24"),
      ]) == [0, 0])
  }

  @Test func `joins reports across languages by who, what and how much`() {
    #expect(
      groups([
        sketch("SoftBank invests $10 billion in OpenAI"), sketch("软银向OpenAI追加投资100亿美元"),
      ]) == [0, 0])
  }

  @Test func `keeps different events of one actor apart`() {
    #expect(
      groups([
        sketch("Amazon acquires Zyntho Robotics"), sketch("Amazon opens a data center in Ohio"),
      ]) == [0, 1])
  }

  @Test func `makes one of two groups that a report bridges`() {
    func sketch(_ tokens: [UInt64]) -> EventSketch {
      EventSketch(
        day: CivilDay("2026-11-23")!, type: nil, isRare: false, polarity: .asserted, tokens: tokens,
        actors: [],
        objects: [], amounts: [], periods: [], isChinese: false)
    }
    let (first, second) = (sketch([1, 2, 3, 4]), sketch([5, 6, 7, 8]))
    #expect(groups([first, second]) == [0, 1])
    #expect(groups([first, second, sketch([1, 2, 3, 5, 6, 7])]) == [0, 0, 0])
  }

  @Test func `never joins a claim and its denial`() {
    #expect(groups([sketch("京东将裁员千人"), sketch("京东否认裁员千人：不实")]) == [0, 1])
  }

  @Test func `never joins different quarters`() {
    #expect(
      groups([
        sketch("Oracle reports Q2 revenue up 12%"), sketch("Oracle reports Q3 revenue up 12%"),
      ]) == [0, 1])
  }

  @Test func `never joins reports more than three days apart`() {
    #expect(
      groups([
        sketch("Amazon acquires Zyntho", day: "2026-11-01"), sketch("Amazon acquires Zyntho"),
      ]) == [0, 1])
  }

  @Test func `says why it joined`() throws {
    let same = SameEvent(frequencies: TokenFrequencies())
    let match = same.match(
      sketch("Amazon acquires Zyntho"), among: [sketch("Amazon acquires Zyntho today")])
    #expect(try #require(match).reason.hasPrefix("shares "))
  }
}
