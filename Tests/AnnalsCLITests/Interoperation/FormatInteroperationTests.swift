import Foundation
import JSONText
import Testing

@testable import AnnalsCLI

/// What others' programs read in the formats that annals writes for them.
@Suite(.serialized) struct FormatInteroperationTests {
  nonisolated(unsafe) private static let person: Person = {
    let person = Person()
    person.run("init", "-q")
    person.run("save", "rounds", "type:funding amount:>1B")
    person.run(
      "add", "--date", "2024-02", "--type", "funding", "--actor", "商汤科技, Inc; \\ «x»",
      "--title", "商汤获得融资 <script>alert(1)</script> & \"x\", \u{1F469}\u{200D}\u{1F4BB}",
      "--source", "https://example.org/a?b=1&c=d")
    return person
  }()

  private func file(_ command: String, _ format: String) throws -> (path: String, rows: [JSON]) {
    let path = Self.person.folder.appending(path: "answer").path
    let words = command.split(separator: " ").map(String.init)
    #expect(Self.person.run(words + ["-O", format, "-o", path]).code == 0)
    let json = try JSON.parse(Self.person.run(words + ["--json"]).output)
    return (path, json["rows"]?.elements ?? [])
  }

  @Test(
    .enabled(if: Python.has("icalendar"), "the Python package icalendar is not here"),
    arguments: [
      "timeline", "log type:funding", "log saved:rounds", "forecast list", "forecast due",
    ])
  func `icalendar reads each dated event on its days`(command: String) throws {
    let (path, rows) = try file(command, "ics")
    let script = """
      import icalendar, sys
      for calendar in icalendar.Calendar.from_ical(open(sys.argv[1], "rb").read(), multiple=True):
          assert calendar.errors == [], calendar.errors
          for event in calendar.walk("VEVENT"):
              assert event.errors == [], event.errors
              assert event.decoded("dtend") > event.decoded("dtstart")
              assert event.decoded("dtstamp").utcoffset().total_seconds() == 0
              print(str(event["uid"])[:32], event.decoded("dtstart"))
      """
    let said = try Python.run(script, [path])
    #expect(said.code == 0, "\(said.output)")
    let read = said.output.split(separator: "\n").map { String($0.prefix(32)) }
    let dated = rows.filter { $0["date"]?.string != nil || $0["due"]?.string != nil }
    #expect(!read.isEmpty && read == dated.compactMap { $0["id"]?.string })
  }

  @Test func `a saved query as Atom is read back by our own parser`() throws {
    let (path, rows) = try file("log saved:rounds", "atom")
    let feed = try JSON.parse(Self.person.run("parse", path).output)
    #expect(feed["_annals"]?["malformed"] == false)
    let read = (feed["items"]?.elements ?? []).compactMap { $0["title"]?.string }
    #expect(!read.isEmpty && read == rows.compactMap { $0["title"]?.string })
  }

  @Test(.enabled(if: Python.has("feedparser"), "the Python package feedparser is not here"))
  func `feedparser reads every event, well-formed and with its words`() throws {
    let (path, rows) = try file("log type:funding", "atom")
    let script = """
      import feedparser, sys
      feed = feedparser.parse(open(sys.argv[1], "rb").read())
      assert not feed.bozo, feed.bozo_exception
      for entry in feed.entries:
          assert entry.updated_parsed and entry.title
          print(entry.id[9:].replace("-", ""))
      """
    let said = try Python.run(script, [path])
    #expect(said.code == 0, "\(said.output)")
    let read = said.output.split(separator: "\n").map(String.init)
    #expect(read == rows.compactMap { $0["id"]?.string })
  }

  @Test(
    .enabled(if: Python.has("vl_convert"), "the Python package vl-convert-python is not here"),
    arguments: [
      "timeline", "trend type:funding -p 2023", "trend --actor OpenAI --metric valuation",
      "compare --metric net_loss", "phases nlp", "forecast nlp --as-of 2023-05-15",
    ])
  func `Vega-Lite draws a mark for each row`(command: String) throws {
    let (path, _) = try file(command, "vega-lite")
    let script = """
      import json, re, sys, vl_convert
      spec = open(sys.argv[1]).read()
      vega = vl_convert.vegalite_to_vega(spec, vl_version="5.20")
      svg = vl_convert.vegalite_to_svg(spec, vl_version="5.20")
      rows = len(json.loads(spec)["data"]["values"])
      marks = len(re.findall(r'aria-roledescription="[^"]*(?:mark|point|bar|rule|tick)[^"]*"', svg))
      assert "NaN" not in svg and "undefined" not in svg
      print(rows, marks)
      """
    let said = try Python.run(script, [path])
    #expect(said.code == 0, "\(said.output)")
    let counts = said.output.split { $0.isWhitespace }.compactMap { Int($0) }
    try #require(counts.count == 2, "\(said.output)")
    #expect(counts[0] > 0 && counts[1] >= counts[0])
  }
}
