import EventModel
import Testing

@testable import EventCoding
@testable import Reviewing

/// What is worth asking.
@Suite struct QuestionValueTests {
  private func value(
    _ chance: Double, isTold: Bool = true, type: Double = 1, dictionary: EventType? = .funding,
    _ change: (inout QuestionValue) -> Void = { _ in }
  ) -> Double {
    var value = QuestionValue(
      Assessment(
        chance: chance, type: .funding, typeChance: type, typeByDictionary: dictionary),
      isTold: isTold)
    change(&value)
    return value.score
  }

  @Test func `the likelier it is wrong, the more it is worth`() {
    #expect(value(0.5) > value(0.7) && value(0.7) > value(0.95))
    #expect(
      value(0.3, isTold: false, dictionary: nil) > value(0.1, isTold: false, dictionary: nil))
  }

  @Test func `an uncertain type, a dispute and what is new add to it`() {
    let plain = value(0.9)
    #expect(value(0.9, type: 0.4) > plain)
    #expect(value(0.9, dictionary: nil) > plain)
    #expect(value(0.9) { $0.isNewType = true } > plain)
    #expect(value(0.9) { $0.newActor = "Acme" } > plain)
  }

  @Test func `what many reports hang on is worth more, a quarter for each doubling`() {
    let one = value(0.9)
    #expect(value(0.9) { $0.reports = 2 } == 1.25 * one)
    #expect(value(0.9) { $0.reports = 3 } == 1.25 * one)
    #expect(value(0.9) { $0.reports = 4 } == 1.5 * one)
  }
}
