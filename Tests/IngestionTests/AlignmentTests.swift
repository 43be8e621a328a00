import EventModel
import Testing

@testable import Ingestion

/// Which event of an item, as it was coded, is which as it is coded now.
@Suite struct AlignmentTests {
  func event(_ type: EventType, by actor: String? = nil, at span: Range<Int>? = nil) -> Event {
    Event(
      type: type, title: "t", actors: actor.map { [Actor($0)] } ?? [],
      evidence: span.map { Evidence(trigger: "x", span: $0, confidence: 50) })
  }

  func pairs(_ old: [Event], _ new: [Event]) -> [String] {
    Alignment.pairs(old, new).map { "\($0.old)–\($0.new)" }.sorted()
  }

  @Test func `the same event is itself, whatever its place`() {
    let (a, b) = (event(.funding, by: "A"), event(.metric, by: "B"))
    #expect(pairs([a, b], [b, a]) == ["0–1", "1–0"])
    #expect(pairs([a, a], [a, a]) == ["0–0", "1–1"])
    #expect(pairs([a], []) == [])
  }

  @Test func `words told as the same type or of the same actor come before the rest`() {
    let old = event(.funding, by: "A", at: 0..<10)
    let other = event(.metric, by: "B", at: 5..<15)
    #expect(pairs([old], [other, event(.funding, by: "C", at: 9..<20)]) == ["0–1"])
    #expect(pairs([old], [other, event(.research, by: "A", at: 9..<20)]) == ["0–1"])
    #expect(pairs([old], [other]) == ["0–0"])
    #expect(pairs([old], [event(.metric, by: "B", at: 10..<20)]) == [])
  }

  @Test func `the same type and actor come before the same words alone`() {
    let old = event(.funding, by: "A", at: 0..<10)
    let elsewhere = event(.funding, by: "A", at: 50..<60)
    #expect(pairs([old], [event(.metric, by: "B", at: 0..<10), elsewhere]) == ["0–1"])
    #expect(pairs([old], [event(.funding, by: "B", at: 50..<60)]) == [])
    #expect(pairs([old], [event(.metric, by: "A", at: 50..<60)]) == [])
    #expect(pairs([event(.funding)], [event(.metric)]) == [])
  }

  @Test func `the same event wins its pair from one that is only close`() {
    let (exact, close) = (event(.funding, by: "A", at: 0..<10), event(.funding, by: "A", at: 2..<9))
    #expect(pairs([close, exact], [exact]) == ["1–0"])
  }
}
