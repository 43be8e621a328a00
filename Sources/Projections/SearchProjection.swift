public import EventModel
import Foundation
public import GRDB

/// The words of each report, for full-text search.
///
/// SQLite's FTS5 splits text at spaces, and Chinese has none: each Han character is indexed as a word
/// of its own, and a searched phrase is a run of such words.
public enum SearchProjection: Projection {
  public static let name = "search"
  public static let version = 1
  public static let tables = ["search_text", "search_fts"]

  public static let schema = """
    CREATE TABLE search_text(
      row INTEGER PRIMARY KEY, report BLOB NOT NULL, words TEXT NOT NULL) STRICT;
    CREATE INDEX search_report ON search_text(report);
    CREATE VIRTUAL TABLE search_fts USING fts5(
      words, content='search_text', content_rowid='row', tokenize='unicode61');
    """

  public static func apply(_ record: Record, to database: Database) throws {
    switch record.change {
    case .eventReported(let report):
      try insert(report.searchText, of: record.id, in: database)
    case .eventMentioned(let mention):
      try insert(mention.report.searchText, of: record.id, in: database)
    case .eventAmended(let amendment):
      let report = Report(event: amendment.event, mention: Mention(source: ""))
      try insert(report.searchText, of: amendment.of, in: database)
    default: break
    }
  }

  private static func insert(
    _ text: String, of report: RecordID, in database: Database
  ) throws {
    let words = spaced(text)
    try database.cachedStatement(sql: "INSERT INTO search_text(report, words) VALUES (?, ?)")
      .execute(arguments: [Data(report.bytes), words])
    try database.cachedStatement(sql: "INSERT INTO search_fts(rowid, words) VALUES (?, ?)")
      .execute(arguments: [database.lastInsertedRowID, words])
  }

  /// The text with every Han character set apart by spaces.
  static func spaced(_ text: String) -> String {
    var spaced = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let isHan = 0x3400...0x9FFF ~= scalar.value || 0x20000...0x3FFFF ~= scalar.value
      if isHan { spaced.append(" ") }
      spaced.append(scalar)
      if isHan { spaced.append(" ") }
    }
    return String(spaced)
  }

  /// The FTS5 expression that finds all these words or phrases.
  public static func expression(_ words: [String]) -> String {
    words.map { word in
      "\"" + spaced(word).replacing("\"", with: "\"\"") + "\""
    }.joined(separator: " AND ")
  }
}

extension Report {
  var searchText: String {
    var parts = [event.title, mention.title ?? "", mention.quote ?? "", event.attribution ?? ""]
    if mention.title == event.title { parts[1] = "" }
    parts += event.actors.map(\.name) + event.objects + [event.type.rawValue]
    return parts.filter { !$0.isEmpty }.joined(separator: "\n")
  }
}
