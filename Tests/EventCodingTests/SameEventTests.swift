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

  @Test func `makes one of two groups that a report bridges, whatever the order`() {
    let all = [
      sketch("Zyntho opens Quillmark data centre"), sketch("Vorticon wins Brambleton tender"),
      sketch("Zyntho opens Quillmark data centre, Vorticon wins Brambleton tender"),
      sketch("Amazon acquires Zyntho Robotics for $300M"),
      sketch("Amazon buys robot maker Zyntho Robotics in $300M deal", day: "2026-11-24"),
    ]
    #expect(groups([all[0], all[1]]) == [0, 1])
    for _ in 0..<20 {
      let order = all.indices.shuffled()
      let shuffled = groups(order.map { all[$0] })
      let inPlace = all.indices.map { shuffled[order.firstIndex(of: $0)!] }
      #expect(Set(inPlace[0...2]).count == 1 && Set(inPlace[3...4]).count == 1)
      #expect(inPlace[0] != inPlace[3])
    }
  }

  @Test func `never joins what shares one word, unless it is all there is`() {
    #expect(groups([sketch("Zyntho"), sketch("Zyntho Quillmark")]) == [0, 1])
    #expect(
      SameEvent().score(sketch("Zyntho"), sketch("Zyntho"))
        > SameEvent().score(sketch("Zyntho"), sketch("Zyntho Quillmark")))
  }

  @Test func `keeps apart what differs in its numbers, and two posts of one outlet`() {
    func post(_ title: String, _ source: String?) -> EventSketch {
      coder.sketch(title, day: CivilDay("2026-11-23")!, event: nil, source: source)
    }
    #expect(groups([post("Zyntho 1.12.43", nil), post("Zyntho 1.12.44", nil)]) == [0, 1])
    let (one, other) = ("Zyntho adds team plans", "Zyntho adds audit logs for teams")
    let apart = SameEvent().score(post(one, "Zyntho Blog"), post(other, "zyntho blog"))
    #expect(apart < SameEvent().score(post(one, "Zyntho Blog"), post(other, "The Quill")))
    #expect(apart < SameEvent.standardThreshold)
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
    let matches = SameEvent().matches(
      sketch("Amazon acquires Zyntho"),
      among: [sketch("Amazon opens an office"), sketch("Amazon acquires Zyntho today")])
    #expect(matches.map(\.index) == [1])
    #expect(try #require(matches.first).reason == "shares 3 words, 1 actor")
  }
}
