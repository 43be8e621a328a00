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

  @Test(arguments: ["", "-", "1,000", ".5", "1e99", "ten", "1.2.3"])
  func `what is no decimal number is refused`(text: String) {
    #expect(ExactDecimal(text) == nil)
  }

  @Test func `numbers of different scale compare by value`() {
    #expect(ExactDecimal("5.4")! < ExactDecimal("31")!)
    #expect(ExactDecimal("500e9")! == ExactDecimal("500000000000")!)
  }
}
