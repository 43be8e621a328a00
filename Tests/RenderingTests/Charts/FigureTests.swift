import EventModel
import JSONText
import Querying
import Testing

@testable import Rendering

@Suite struct FigureTests {
  @Test func `what has no chart has none, and nothing to draw is not drawn`() {
    #expect(Figure(FormatTests.document) == nil)
    #expect(Figure(Drawn.events([])) == nil)
    #expect(Figure(Drawn.rows("claims", [])) == nil)
  }

  @Test func `a chart says in words what it shows`() throws {
    let figure = try #require(Figure(Drawn.events([Drawn.event("a", "2023-01-01")])))
    #expect(figure.svg.all("title").first?.text == "all time")
    #expect(figure.svg.all("desc").first?.text == figure.sentence)
    #expect(figure.sentence.hasPrefix("1 event from 2023-01-01 to 2023-05-15"))
  }

  private func claim(
    _ actor: String, _ value: String, _ period: String?, unit: String = "USD",
    stance: String = "reported", polarity: String = "asserted"
  ) -> JSON {
    .object([
      "actor": .string(actor), "value": .string(value), "currency": .string(unit),
      "period": period.map(JSON.string) ?? .null, "stance": .string(stance),
      "polarity": .string(polarity), "source": "a source",
    ])
  }

  @Test func `claims that differ are a range, and other units are said`() throws {
    let document = Drawn.rows(
      "claims",
      [
        claim("OpenAI", "36000000", "2022"), claim("OpenAI", "50000000", "2022"),
        claim("OpenAI", "250000000", "2022", unit: "CNY"),
        claim("Meta", "1", "2023", stance: "rumoured"),
      ])
    let svg = try #require(Figure(document)).svg
    #expect(svg.all(class: "value").map(\.text).contains("36M–50M USD"))
    #expect(svg.all(class: "tick").map(\.text).contains("3 claims, +1 unit"))
    #expect(svg.all(class: "hollow").count == 1)
  }

  @Test func `claims of days stand under their years, those of quarters under theirs`() throws {
    let days = ["2024-02-01", "2024-11-30", "2025-03-31", "2023-Q4"]
    let document = Drawn.rows("claims", days.map { claim("OpenAI", "36000000", $0) })
    let told = try #require(Figure(document)).svg.all(class: "tick").map(\.text)
    #expect(told.prefix(3) == ["2023-Q4", "2024", "2025"] && told.contains("2 claims"))
  }

  @Test func `a title too long for one line takes more, and is cut in the third`() throws {
    func lines(_ title: String, width: Double) throws -> [String] {
      let document = Document(
        schema: "annals.claims/1", head: 7, asOf: Drawn.asOf, title: title, columns: [],
        rows: [claim("OpenAI", "1", "2022")])
      let figure = try #require(Figure(document, Figure.Options(width: width)))
      return figure.svg.all(class: "title").map(\.text)
    }
    let title = "a title of so many words that no telephone shows it whole"
    let narrow = try lines(title, width: 360)
    #expect(narrow == ["a title of so many words that no", "telephone shows it whole"])
    #expect(try lines(title, width: 960) == [title])
    let long = try lines(String(repeating: "\(title) ", count: 4), width: 360)
    #expect(long.count == 3 && long[2].hasSuffix("…"))
  }

  private func count(
    _ interval: String, _ count: Int, burst: Bool = false, _ coverage: String = "whole"
  )
    -> JSON
  {
    .object([
      "interval": .string(interval), "count": .number(Int64(count)), "burst": .bool(burst),
      "coverage": .string(coverage),
    ])
  }

  @Test func `bars end at the day asked for, bursts are named`() throws {
    let document = Drawn.rows(
      "counts",
      [
        count("2023-01", 0), count("2023-02", 4), count("2023-03", 8, burst: true),
        count("2023-05", 2, "partial"), count("2023-06", 9),
      ])
    let figure = try #require(Figure(document))
    let bars = figure.svg.all("rect").filter { $0["data-count"] != nil }
    #expect(bars.map { $0["data-count"] } == ["4", "8", "2"])
    let line = try #require(figure.svg.all(class: "asof").first?.number("x1"))
    #expect(bars.allSatisfy { $0.number("x")! + $0.number("width")! <= line + 0.01 })
    #expect(bars[0].number("height")! * 2 == bars[1].number("height")!)
    #expect(figure.sentence.contains("bursts: 2023-03"))
    #expect(figure.svg.all(class: "tick").contains { $0.text == "burst" })
  }

  @Test func `the median lies in the band of 50 %, that in 80 %, that in 95 %`() throws {
    func view(_ median: Double) -> JSON {
      func pair(_ low: Double, _ high: Double) -> JSON { .array([.number(low), .number(high)]) }
      return .object([
        "median": .number(median),
        "intervals": .object([
          "50": pair(median / 2, median * 2), "80": pair(median / 4, median * 4),
          "95": pair(median / 8, median * 8),
        ]),
      ])
    }
    let document = Document(
      parts: [.paragraph("It ends.")],
      json: .object([
        "schema": "annals.forecast/1", "asOf": "2023-05-15", "unit": "year",
        "current": .object(["began": "2022-11-30"]), "conditional": view(3),
        "baselines": .object(["gott": view(2)]),
        "phases": .array([
          .object(["name": "Deep learning", "began": "2010", "ended": "2022-11-30", "unit": "year"]
          ),
          .object(["name": "ChatGPT", "began": "2022-11-30", "unit": "year"]),
        ]),
        "earlier": .array([
          .object([
            "asOf": "2015-01-01", "phase": "Deep learning", "median": "2019-06-01",
            "interval80": .array(["2016-01-01", "2028-01-01"]),
          ])
        ]),
      ]))
    let svg = try #require(Figure(document)).svg
    let views = svg.all(class: "views")[0]
    let median = try #require(views.all(class: "median").first { $0.number("data-median") == 3 })
    var inner = median.number("x1")!...median.number("x1")!
    for level in ["b50", "b80", "b95"] {
      let band = try #require(views.all(class: level).first)
      let range = band.number("x")!...(band.number("x")! + band.number("width")!)
      #expect(range.contains(inner.lowerBound) && range.contains(inner.upperBound))
      inner = range
    }
    #expect(views.all(class: "ghost").count == 1)
    #expect(svg.all(class: "phase").count == 1)
    let phase = svg.all(class: "phase")[0]
    let told = svg.all(class: "told")[0].all("line")
    #expect(told.count == 2 && told[0].number("x1")! < told[1].number("x1")!)
    #expect(told[0].number("y1")! > phase.number("y")! + phase.number("height")!)
  }

  @Test func `too few questions say nothing of calibration`() throws {
    func score(_ count: Int, _ value: JSON) -> Document {
      let share = JSON.object([
        "count": .number(Int64(count)), "value": value,
        "interval": value.double == nil ? nil : .array([.number(0.4), .number(0.9)]),
      ])
      return Document(
        parts: [],
        json: .object([
          "schema": "annals.score/1", "coverage50": share, "coverage80": share, "coverage95": share,
          "pit": .array((0..<10).map { .number(Int64($0)) }),
        ]))
    }
    let few = try #require(Figure(score(3, "too few")))
    #expect(few.svg.all(class: "whisker").isEmpty)
    #expect(few.svg.all("text").contains { $0.text == "too few to say: 3 of 20" })
    #expect(try #require(Figure(score(30, .number(0.7)))).svg.all(class: "whisker").count == 3)
  }
}
