import EventModel
import JSONText
import Querying
import Testing

@testable import Rendering

@Suite struct TerminalTests {
  private func lanes(_ rows: [JSON], width: Int = 60, _ strokes: Strokes = .unicode) -> [String] {
    LanesText(Drawn.events(rows), width: width, strokes)?.lines ?? []
  }

  private let rows = [
    Drawn.event("a", "2023-01-01"),
    Drawn.event("b", "2023-05-15", type: "funding", stance: "rumoured"),
    Drawn.event("c", "2023-03-01", by: "商汤科技", type: "regulation", polarity: "denied"),
  ]

  @Test func `lanes have a mark a place, and the count at their end`() {
    let lines = lanes(rows)
    #expect(lines[1].hasPrefix("OpenAI    ●·") && lines[1].hasSuffix("·◇  2"))
    #expect(lines[2].hasPrefix("商汤科技  ·") && lines[2].contains("×") && lines[2].hasSuffix("1"))
    #expect(lines.prefix(3).allSatisfy { DisplayWidth.of($0) <= 60 })
  }

  @Test func `in ASCII nothing else is drawn`() {
    let lines = lanes([rows[0], rows[1]], .ascii)
    #expect(lines.joined().allSatisfy { $0.isASCII })
    #expect(lines[1].hasPrefix("OpenAI  o ") && lines[1].hasSuffix(" ?  2"))
  }

  @Test func `of several events in a place the one that most sources tell is shown`() {
    let lines = lanes([
      Drawn.event("a", "2023-01-01"), Drawn.event("b", "2023-01-01", type: "funding", sources: 3),
      Drawn.event("c", "2023-01-01", type: "regulation", sources: 2),
    ])
    #expect(lines[1].contains("◆") && !lines[1].contains("●") && !lines[1].contains("▲"))
  }

  @Test(arguments: [20, 40, 80, 200]) func `lanes are as wide as the terminal at most`(width: Int) {
    let lines = lanes(
      rows + [Drawn.event("d", "2020-01-01", by: String(repeating: "Long ", count: 20))],
      width: width)
    #expect(lines.prefix(4).allSatisfy { DisplayWidth.of($0) <= max(width, 24) })
  }

  @Test
  func `a sparkline is as high as its numbers, and neighbours go together where it is narrow`() {
    #expect(Sparkline.text([0, 1, 4, 8], width: 10, .unicode) == " ▁▄█")
    #expect(Sparkline.text([1, 1, 4, 4], width: 2, .unicode) == "▂█")
    #expect(
      Sparkline.text([], width: 10, .unicode) == "" && Sparkline.text([0], width: 9, .ascii) == "")
  }

  private func view(_ name: String, _ median: Double) -> JSON {
    func pair(_ low: Double, _ high: Double) -> JSON { .array([.number(low), .number(high)]) }
    return .object([
      "view": .string(name), "median": .number(median),
      "intervals": .object([
        "95": pair(median / 4, median * 4), "80": pair(median / 3, median * 3),
        "50": pair(median / 2, median * 2),
      ]),
    ])
  }

  @Test func `a view beyond every integer ends at the edge of the fan`() {
    let lines = FanText.lines([view("average", 2), view("no trend", 1e28)], width: 70, .ascii)
    #expect(lines.count == 4 && lines[1].hasSuffix("|"))
    #expect(lines[0].count == lines[1].count)
  }

  @Test func `the bands of a fan lie within each other about its median`() {
    let lines = FanText.lines([view("average", 2), view("Gott", 3)], width: 70, .ascii)
    #expect(lines.count == 4 && lines[0].hasPrefix("average  "))
    let fan = lines[0].dropFirst(9)
    #expect(fan.firstMatch(of: /^ *\.+-+=+\|=+-+\.+$/) != nil)
    #expect(lines[1].hasPrefix("Gott     "))
    #expect(lines[2].hasSuffix(" 7.2"))
  }
}
