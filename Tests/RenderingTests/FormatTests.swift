import EventModel
import JSONText
import Querying
import Rendering
import Testing

@Suite struct FormatTests {
  static let document = Document(
    schema: "annals.test/1", head: 3, asOf: CivilDay("2026-11-23")!,
    columns: [
      Column("actor", key: "actor"), Column("value", key: "value", isNumeric: true),
      Column("empty", key: "empty"),
    ],
    rows: [
      .object(["actor": "商汤\u{1B}[31m科技", "value": "-5"]),
      .object(["actor": "=HYPERLINK(\"x\"), Inc", "value": "27000"]),
    ])

  @Test func `a table lines up, drops empty columns and strips escapes`() {
    let text = TableFormat(width: nil, usesColor: false).text(Self.document)
    let lines = [
      "actor                 value", "商汤[31m科技             -5", "=HYPERLINK(\"x\"), Inc  27000",
    ]
    #expect(text == lines.map { $0 + "\n" }.joined())
  }

  @Test func `a table is cut to the terminal's width`() {
    let text = TableFormat(width: 18, usesColor: false).text(Self.document)
    #expect(text.split(separator: "\n").allSatisfy { DisplayWidth.of(String($0)) <= 18 })
    #expect(text.contains("…"))
  }

  @Test func `a spreadsheet finds no formula in CSV`() {
    #expect(
      SeparatedFormat.csv.text(Self.document)
        == "actor,value,empty\r\n商汤[31m科技,-5,\r\n\"'=HYPERLINK(\"\"x\"\"), Inc\",27000,\r\n")
  }

  @Test func `tab-separated values stay one line a row`() {
    #expect(SeparatedFormat.tsv.text(Self.document).split(separator: "\n").count == 3)
  }

  @Test func `JSON has the envelope, JSON Lines have the rows alone`() throws {
    let json = try JSON.parse(JSONFormat().text(Self.document))
    #expect(json.members?.map(\.key) == ["schema", "head", "asOf", "rows"])
    #expect(JSONLinesFormat().text(Self.document).split(separator: "\n").count == 2)
  }
}
