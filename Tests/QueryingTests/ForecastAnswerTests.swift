import EventModel
import Forecasting
import Querying
import Testing

@Suite struct ForecastAnswerTests {
  @Test func `a method's law knows that the phase has lasted`() throws {
    let answer = try ForecastAnswer(
      ForecastInput(
        durations: [40, 20, 10, 5].map { PhaseLength($0) }, unit: .year,
        began: CivilDay("2000-01-01"), asOf: CivilDay("2030-01-01")!))
    #expect(try answer.law(by: .flat).get().quantile(0.001) > 29.9)
  }

  @Test func `every chance that is told is explained`() throws {
    let answer = try ForecastAnswer(
      ForecastInput(
        durations: [40, 20, 10, 5].map { PhaseLength($0) }, unit: .year,
        began: CivilDay("2022-11-30"), asOf: CivilDay("2023-05-15")!))
    let explained = answer.forecast.derivations.filter { $0.figure.hasPrefix("P(ended by") }
    #expect(!answer.pBy.isEmpty)
    #expect(explained.map(\.value) == answer.pBy.map(\.probability))
  }
}
