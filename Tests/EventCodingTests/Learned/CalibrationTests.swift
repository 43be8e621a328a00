import Testing

@testable import EventCoding

@Suite struct CalibrationTests {
  @Test func `a chance comes true as often as it says`() {
    // Scores that claim 88 % and 12 %, of which 70 % and 30 % are so.
    let outcomes = (0..<1000).map { number in
      let claimed = number % 2 == 0
      return (score: claimed ? 2.0 : -2.0, isSo: claimed == (number % 20 < 14))
    }
    let calibration = Calibration(outcomes)
    #expect(abs(calibration.chance(2) - 0.7) < 0.01)
    #expect(abs(calibration.chance(-2) - 0.3) < 0.01)
  }

  @Test func `scores that are far out end in a fit all the same`() {
    let outcomes = (0..<200).map { number in
      let isSo = number > 100 || number % 7 == 0
      return (score: Double(number - 100) / 4, isSo: isSo)
    }
    let calibration = Calibration(outcomes)
    #expect(calibration.slope > 0.01 && calibration.slope < 1)
    #expect((0...1).contains(calibration.chance(1e6)))
  }

  @Test func `without outcomes it stays as it is`() {
    #expect(Calibration([]) == Calibration())
  }
}
