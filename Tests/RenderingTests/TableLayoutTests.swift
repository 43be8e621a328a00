import JSONText
import Querying
import Testing

@testable import Rendering

/// How tables are set into lines of eighty cells and fewer.
@Suite struct TableLayoutTests {
  static let columns = [
    Column("date") { .date($0["date"]) }, Column("type", key: "type"),
    Column("actors", key: "actors").fitting(.spare), Column("title", key: "title"),
    Column("sources", key: "sources", isNumeric: true), Column("id") { .id($0["id"]) },
  ]

  static func row(_ type: String, _ title: String, _ sources: String = "2") -> JSON {
    .object([
      "date": "2023-03-14", "type": .string(type), "actors": "Microsoft, OpenAI",
      "title": .string(title), "sources": .string(sources),
      "id": "22f02e41cf5f06c73c93b036d53dec7d",
    ])
  }

  static let rows = [
    row("financial-result", String(repeating: "long title ", count: 9)),
    row("model-release", "谷歌发布大模型，中文标题也要对齐并且不能超出终端的宽度，所以在这里截断"),
  ]

  func lines(_ rows: [JSON], width: Int?, _ columns: [Column] = columns) -> [String] {
    let document = Document(schema: "x/1", columns: columns, rows: rows)
    return TableFormat(width: width, usesColor: false).text(document)
      .split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
  }

  @Test(arguments: [40, 50, 59, 60, 72, 80, 100, 120])
  func `no line is wider than the terminal, and titles have thirty cells`(width: Int) {
    let lines = lines(Self.rows, width: width)
    #expect(lines.allSatisfy { DisplayWidth.of($0) <= width })
    let titles = lines.filter { $0.contains("long title") }
    #expect(titles.count == 1 && titles[0].contains("long title long title long"))
    #expect(lines.joined().contains("22f02e41"))
  }

  @Test func `a title takes a line of its own where it would have less than thirty cells`() {
    let narrow = lines(Self.rows, width: 50)
    #expect(narrow.contains { $0.hasPrefix("  long title") })
    #expect(!lines(Self.rows, width: 80).contains { $0.hasPrefix("  long title") })
  }

  @Test func `spare columns go first, and what is the same in all rows is said above them`() {
    let eighty = lines(Self.rows, width: 80)
    #expect(eighty[0] == "all: date 2023-03-14 · actors Microsoft, OpenAI · id 22f02e41")
    let differing = [
      Self.rows[0],
      .object([
        "date": "2022", "type": "funding", "actors": "X", "title": "y", "sources": "1", "id": "a",
      ]),
    ]
    #expect(
      lines(differing, width: 80)[0].split(separator: " ") == [
        "date", "type", "title", "sources", "id",
      ])
    #expect(lines(differing, width: 200)[0].contains("actors"))
  }

  @Test func `one row has all its columns, and a wide line keeps what is the same`() {
    #expect(lines([Self.rows[0]], width: 80)[0].hasPrefix("date"))
    #expect(lines(Self.rows, width: 200)[0].hasPrefix("date"))
    #expect(lines(Self.rows, width: nil)[0].hasPrefix("date"))
  }

  @Test(arguments: [40, 60, 80, 100, 140])
  func `what must stay whole stands below its row where the line has no room`(width: Int) {
    let columns = [
      Column("type", key: "type"), Column("title", key: "title"),
      Column("says", key: "says").fitting(.whole), Column("id") { .id($0["id"]) },
    ]
    func row(_ says: String) -> JSON {
      .object([
        "type": says == "official" ? "funding" : "acquisition", "says": .string(says),
        "title": .string(String(repeating: "long title ", count: 9)),
        "id": says == "official"
          ? "93b036d53dec7d22f02e41cf5f06c73c" : "22f02e41cf5f06c73c93b036d53dec7d",
      ])
    }
    let told = "confirms the rumour of 4 days ago (a9757eaa)"
    let lines = lines([row(told), row("official")], width: width, columns)
    #expect(lines.allSatisfy { DisplayWidth.of($0) <= width })
    let text = lines.map { $0.drop { $0 == " " } }.joined(separator: " ")
    #expect(text.contains(told) && text.contains("official"))
    #expect(lines.contains("  \(told)") == (60...80).contains(width))
    #expect(lines.contains { $0.contains("long title long title") })
  }

  @Test func `a fact that is one long word has a line of its own`() {
    let facts = Facts([
      Fact("hash", .text(String(repeating: "a", count: 64))), Fact("projections", .text("items")),
    ])
    let document = Document(parts: [.facts(facts)], json: .null)
    #expect(
      TableFormat(width: 70, usesColor: false).text(document)
        == "hash\n  \(String(repeating: "a", count: 64))\nprojections  items\n")
  }

  @Test func `numbers are never cut: columns that find no room follow below`() {
    let columns =
      [Column("actor", key: "actor")]
      + (2000...2012).map { Column("\($0)", key: "\($0)", isNumeric: true) }
    func row(_ actor: String) -> JSON {
      .object(
        [.init("actor", .string(actor))]
          + (2000...2012).map { JSON.Member("\($0)", .string("\($0)000000")) })
    }
    let lines = lines([row("SenseTime"), row("SenseTime's rival")], width: 60, columns)
    #expect(lines.allSatisfy { DisplayWidth.of($0) <= 60 })
    for year in 2000...2012 {
      #expect(lines.filter { $0.contains("\(year)000000") }.count == 2)
    }
    #expect(
      lines.filter { $0.hasPrefix("SenseTime") }.count == lines.filter { $0 == "" }.count * 2 + 2)
  }

  @Test func `a text that follows below is cut to the line`() {
    let columns = [
      Column("actor", key: "actor"), Column("value", key: "value", isNumeric: true),
      Column("period") { .date($0["period"]) }, Column("source", key: "source"),
    ]
    let rows = ["OpenAI", "SenseTime"].map { actor in
      JSON.object([
        "actor": .string(actor), "value": "3100000000",
        "period": actor == "OpenAI" ? "2022" : "2023",
        "source": .string("\(actor) " + String(repeating: "long", count: 30)),
      ])
    }
    #expect(lines(rows, width: 34, columns).allSatisfy { DisplayWidth.of($0) <= 34 })
  }

  @Test func `a chart's bars are as long as there is room`() {
    let columns = [Column("n", key: "n", isNumeric: true)]
    let rows = [10, 100].map { JSON.object(["n": .number(Int64($0))]) }
    func bars(_ width: Int?) -> [Int] {
      let table = Table(columns, rows, chart: .bars("n"))
      let document = Document(parts: [.table(table)], json: .null)
      return TableFormat(width: width, usesColor: false).text(document).split(separator: "\n")
        .dropFirst().map { $0.count { $0 == "█" } }
    }
    #expect(bars(nil) == [6, 60] && bars(25) == [2, 20] && bars(3) == [0, 0])
  }

  @Test func `sentences break at spaces, Chinese between characters, addresses nowhere`() {
    #expect(LineWrap.lines("one two three", width: 8) == ["one two", "three"])
    #expect(
      LineWrap.lines("  one two three", width: 8, hanging: 1) == ["  one", "   two", "   three"])
    #expect(LineWrap.lines("one two", width: nil) == ["one two"])
    let url = "https://example.org/a-long-path"
    #expect(LineWrap.lines("see \(url) now", width: 12) == ["see", url, "now"])
    #expect(LineWrap.lines("大模型，发布了", width: 8) == ["大模型，", "发布了"])
    #expect(LineWrap.lines("大模型发布, 了", width: 10) == ["大模型发", "布, 了"])
    #expect(LineWrap.lines("大模型发布，了", width: 11) == ["大模型发", "布，了"])
    #expect(LineWrap.lines("发布GPT-4模型", width: 6) == ["发布", "GPT-4", "模型"])
  }

  @Test func `a page sets prose anew where it is too long, and breaks lists below what they tell`()
  {
    let page = "Types of what\nhappens:\n\n  funding         equity, debt or grant\n\nNo more.\n"
    #expect(LineWrap.page(page, width: nil) == page && LineWrap.page(page, width: 40) == page)
    #expect(
      LineWrap.page(page, width: 38)
        == page.replacing("debt or grant", with: "debt or\n                  grant"))
    #expect(
      LineWrap.page("Types of what\nhappens, and\nwhen\n", width: 12)
        == "Types of\nwhat\nhappens, and\nwhen\n")
    #expect(LineWrap.page("  annals log of words\n", width: 14) == "  annals log of words\n")
  }

  @Test(arguments: [
    ("é", 1), ("e\u{301}", 1), ("商", 2), ("⚡", 2), ("✅", 2), ("🇩🇪", 2), ("👩‍💻", 2), ("❤️", 2),
    ("👍🏽", 2), ("…", 1), ("★", 1), ("한", 2), ("ｱ", 1),
  ])
  func `a character takes the cells that terminals give it`(text: String, width: Int) {
    #expect(DisplayWidth.of(text) == width)
    #expect(DisplayWidth.of(DisplayWidth.cut(String(repeating: text, count: 20), to: 9)) <= 9)
  }
}
