import EventModel
import JSONText
import Querying
import Testing

@testable import Rendering

@Suite struct LanesChartTests {
  @Test func `each event stands once, in the lane of the first actor that has one`() {
    let rows = (0..<30).map {
      Drawn.event("a\($0)", "2023-01-\(10 + $0 % 20)", by: "Actor \($0 % 12)")
    }
    let lanes = Figure(Drawn.events(rows))!.svg.all(class: "lane")
    #expect(lanes.count == 9)
    #expect(lanes.compactMap { $0.number("data-count") }.reduce(0, +) == 30)
    #expect(lanes.last?["aria-label"]?.hasPrefix("others") == true)
  }

  @Test func `nothing is drawn right of the day asked for`() throws {
    let rows = [
      Drawn.event("a", "2023-05-14"), Drawn.event("b", "2023-05-16"), Drawn.event("c", "2023"),
    ]
    let svg = try #require(Figure(Drawn.events(rows))).svg
    let line = try #require(svg.all(class: "asof").first?.number("x1"))
    #expect(
      svg.all(class: "mark").compactMap { $0["data-date"] }.sorted() == ["2023", "2023-05-14"])
    for bar in svg.all(class: "bar") where bar.number("width")! > 14 {
      #expect(bar.number("x")! + bar.number("width")! <= line + 0.01)
    }
  }

  @Test func `a mark stands where the scale has its day`() throws {
    let rows = [Drawn.event("a", "2023-01-01"), Drawn.event("b", "2023-03-09")]
    let marks = try #require(Figure(Drawn.events(rows))).svg.all(class: "mark")
    let places = Dictionary(
      uniqueKeysWithValues: marks.compactMap { mark in
        mark["data-date"].map { ($0, mark.number("data-x")!) }
      })
    #expect(places["2023-01-01"] == 8)
    #expect(abs(places["2023-03-09"]! - (8 + 944.0 * 67 / 134)) < 0.01)
  }

  @Test func `rumoured is hollow, denied is struck, a year is a bar`() throws {
    let rows = [
      Drawn.event("a", "2023-01-01", stance: "rumoured"),
      Drawn.event("b", "2023-02-01", polarity: "denied"), Drawn.event("c", "2022"),
    ]
    let svg = try #require(Figure(Drawn.events(rows))).svg
    #expect(svg.all(class: "hollow").contains { $0["data-date"] == "2023-01-01" })
    #expect(
      svg.all(class: "denied").contains {
        $0["data-date"] == "2023-02-01" && !$0.all(class: "strike").isEmpty
      })
    let year = svg.all(class: "mark").first { $0["data-date"] == "2022" }
    #expect(year?.all(class: "bar").first?.number("width") ?? 0 > 100)
  }

  @Test func `what came of a rumour is joined to it`() throws {
    let rows = [
      Drawn.event("a", "2023-01-01", stance: "rumoured"),
      Drawn.event("b", "2023-02-01", stageOf: "a"),
    ]
    #expect(try #require(Figure(Drawn.events(rows))).svg.all(class: "stage").count == 1)
  }

  @Test(arguments: [960.0, 360]) func `labels do not overlap and are not clipped`(width: Double)
    throws
  {
    let rows = (0..<400).map { index in
      Drawn.event(
        "\(index * 7919 % 1000)", "20\(13 + index % 10)-0\(1 + index % 9)-1\(index % 10)",
        index % 3 == 0 ? "商汤科技发布新的大模型并开放接口给所有人使用" : "MMMM WWW releases \(index) of the models",
        by: "Actor \(index % 5)")
    }
    let svg = try #require(Figure(Drawn.events(rows), .init(width: width))).svg
    let labels = svg.all(class: "name").map { label in
      let (x, size) = (label.number("x")!, TextWidth.of(label.text))
      let left = label["text-anchor"] == "end" ? x - size : x
      return (y: label.number("y")!, range: left...(left + size))
    }
    #expect(labels.count > (width > 500 ? 20 : 10))
    for (index, label) in labels.enumerated() {
      #expect(0...width ~= label.range.lowerBound && 0...width ~= label.range.upperBound)
      for other in labels.dropFirst(index + 1) where other.y == label.y {
        #expect(!other.range.overlaps(label.range))
      }
    }
  }

  @Test func `early days that are few and far are left to the list, and the chart says so`() throws
  {
    let rows =
      [Drawn.event("z", "1950-03-01")]
      + (0..<40).map { Drawn.event("a\($0)", "2022-\(10 + $0 % 3)-1\($0 % 10)") }
    let figure = try #require(Figure(Drawn.events(rows)))
    #expect(figure.sentence.contains("40 events") && figure.sentence.contains("1 event outside"))
  }

  @Test(arguments: NodeTests.hostile) func `a hostile title is text`(title: String) throws {
    let markup = try #require(Figure(Drawn.events([Drawn.event("a", "2023-01-01", title)]))).svg
      .markup
    for sign in ["<script", "<img", "onerror=\"", "onload=\"", "</svg></svg>"] {
      #expect(!markup.contains(sign))
    }
  }
}
