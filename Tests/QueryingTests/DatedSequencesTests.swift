import EventModel
import Forecasting
import Testing

@testable import Querying

@Suite struct DatedSequencesTests {
  private func parse(_ text: String) throws -> [String] {
    try DatedSequences.parse(Array(text.utf8), named: "mine").map { sequence in
      "\(sequence.id): \(sequence.durations.map { Int($0) })"
    }
  }

  @Test func `JSON has a list of dates under each name, in any order, and each day counts once`()
    throws
  {
    let text = """
      {"b": ["2020-01-11", "2020-01-01", "2020-01-31", "2020-01-31", "2020-02-10", "2020-03-01"],
       "a": ["2020", "2021-02", "2022-01-01"], "lonely": ["2020-01-01"]}
      """
    #expect(try parse(text) == ["b: [10, 20, 10, 20]", "a: [397, 334]"])
    #expect(try parse("\n " + text) == parse(text))
  }

  @Test func `two days make a sequence where another can be scored`() throws {
    let long = #""a": ["2020-01-01", "2020-01-11", "2020-01-31", "2020-02-10", "2020-03-01"]"#
    let text = #"{\#(long), "b": ["2020-01-01", "2020-01-03"]}"#
    #expect(try parse(text) == ["a: [10, 20, 10, 20]", "b: [2]"])
  }

  @Test func `sequences of a table come in the order of their first rows`() throws {
    let days = ["2020-01-01", "2020-01-11", "2020-01-31", "2020-02-10", "2020-03-01"]
    let rows = days.flatMap { ["z,\($0)", "a,\($0)"] }.joined(separator: "\n")
    #expect(
      try parse("sequence,date\n" + rows) == ["z: [10, 20, 10, 20]", "a: [10, 20, 10, 20]"])
  }

  @Test func `CSV has the columns sequence and date, or those that phases writes`() throws {
    let days = ["2020-01-01", "2020-01-11", "2020-01-31", "2020-02-10", "2020-03-01"]
    let plain = "date,sequence\r\n" + days.map { "\($0),\"a, \"\"b\"\"\"\r\n" }.joined()
    #expect(try parse(plain) == ["a, \"b\": [10, 20, 10, 20]"])
    let phases = "sequence,phase,began,ended\n" + days.map { "a,x,\($0),\n" }.joined()
    #expect(try parse(phases) == ["a: [10, 20, 10, 20]"])
  }

  @Test(arguments: [
    (#"{"a": ["2020-13-01"]}"#, "mine: “a”: “2020-13-01” is no date such as 2026-08-14"),
    (#"{"a": "2020-01-01"}"#, "mine: “a” is no list of dates"),
    ("sequence,date\na,2020-01-01\na\n", "mine:3: 2 fields are expected"),
    ("sequence,date\na,soon\n", "mine:2: “soon” is no date such as 2026-08-14"),
    (
      "name;day\n",
      "mine:1: the first line names no columns “sequence” and “date”, and it is no JSON object of "
        + "lists of dates"
    ),
    (
      #"{"a": ["2020-01-01", "2021-01-01"]}"#,
      "mine: no sequence has five or more days, the fewest that a backtest can score"
    ),
  ])
  func `What cannot be read is named with its place`(text: String, reason: String) {
    #expect(throws: UnusableInput(reason: reason)) { try parse(text) }
  }
}
