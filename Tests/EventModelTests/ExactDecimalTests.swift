import EventModel
import Testing

@Suite struct ExactDecimalTests {
  @Test(arguments: [
    ("540000000", "540000000"), ("-12.50", "-12.5"), ("3.1e9", "3100000000"), ("0.001", "0.001"),
    ("1e-3", "0.001"), ("007", "7"), ("8645.39", "8645.39"),
  ])
  func `a number has one text`(spelled: String, text: String) {
    #expect(ExactDecimal(spelled)?.description == text)
  }

  @Test(arguments: [
    "", "-", "1,000", ".5", "1e99", "ten", "1.2.3", "1e-9223372036854775808", "1e-19",
    "1234567890123456789012345678901234567", "12345678901234567890123456789012345e9",
  ])
  func `what is no decimal number is refused`(text: String) {
    #expect(ExactDecimal(text) == nil)
  }

  @Test func `numbers of different scale compare by value`() {
    #expect(ExactDecimal("5.4")! < ExactDecimal("31")!)
    #expect(ExactDecimal("500e9")! == ExactDecimal("500000000000")!)
  }

  @Test func `arithmetic is exact, or nothing where it has too many digits`() throws {
    let half = try #require(ExactDecimal("0.5"))
    #expect(half.adding(ExactDecimal(7)) == ExactDecimal("7.5"))
    #expect(half.scaled(by: 3) == ExactDecimal(500))
    #expect(half.scaled(by: -17) == ExactDecimal("5e-18"))
    #expect(half.scaled(by: -18) == nil)
    #expect(ExactDecimal(0).scaled(by: 1_000_000) == ExactDecimal(0))
    let most = try #require(ExactDecimal(String(repeating: "9", count: 36)))
    #expect(most.adding(ExactDecimal(1)) == nil)
    #expect(most.adding(half) == nil)
    #expect(most.scaled(by: 1) == nil)
    #expect(most.multiplied(by: most) == nil)
    #expect(most.adding(ExactDecimal(-1))?.description.last == "8")
  }
}
