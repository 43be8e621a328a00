import EventModel
import FeedParsing
import Ingestion
import JSONText

/// A feed as `annals parse` writes it, on its way through `code` into `ingest`.
enum CodedFeed {
  /// The items of a JSON Feed as the coder reads them, each with itself and its feed, so that its line can
  /// be ingested; nil where a line is none.
  static func items(of json: JSON, _ bytes: [UInt8], now: Instant) throws -> [CodedItem]? {
    guard let told = json["items"]?.elements else { return nil }
    let feed = try FeedParser.parse(bytes)
    let head = JSON.object((json.members ?? []).filter { $0.key != "items" })
    return zip(feed.itemTexts(named: "-", now: now), told.filter { $0.members != nil }).map {
      CodedItem(
        id: $0.id, text: $0.text, origin: [.init("item", $1), .init("feed", head)])
    }
  }

  /// The feeds that a file holds: one, those of the lines that `code` has written, or one on each line, as
  /// `parse` writes several.
  static func feeds(of bytes: [UInt8], named file: String) throws -> [NamedFeed] {
    var lines = Lines(of: file, bytes: bytes)
    guard bytes.first == UInt8(ascii: "{"), let first = try lines.peek()?.bytes,
      first.last(where: { $0 > 0x20 }) == UInt8(ascii: "}")
    else { return [NamedFeed(file: file, bytes: bytes)] }
    if isCoded(first) { return try coded(&lines, file) }
    var feeds: [NamedFeed] = []
    while let line = try lines.next() {
      feeds.append(NamedFeed(file: file, line: line.number, bytes: line.bytes))
    }
    return feeds.count > 1 ? feeds : [NamedFeed(file: file, bytes: bytes)]
  }

  /// Whether a line is one that `code` has written.
  private static func isCoded(_ line: [UInt8]) -> Bool {
    guard line.count <= 1 << 20, let json = try? JSON.parse(line) else { return false }
    return json["events"] != nil && json["quantities"] != nil
  }

  /// The feeds that coded lines are of, each as a JSON Feed, in the order in which they come.
  private static func coded(_ lines: inout Lines, _ file: String) throws -> [NamedFeed] {
    var feeds: [(head: JSON, items: [JSON])] = []
    while let line = try lines.next() {
      let json = try JSON.parse(line.bytes)
      guard let item = json["item"], let head = json["feed"] else {
        throw Failure(
          .badInput, "\(file):\(line.number): it does not say which item was coded",
          hint: "code a feed: annals parse FEED | annals code | annals ingest -")
      }
      if let place = feeds.firstIndex(where: { $0.head == head }) {
        feeds[place].items.append(item)
      } else {
        feeds.append((head, [item]))
      }
    }
    return feeds.map { head, items in
      let json = JSON.object((head.members ?? []) + [.init("items", .array(items))])
      return NamedFeed(file: file, bytes: json.bytes)
    }
  }
}

/// A feed of a file.
struct NamedFeed {
  let file: String
  /// Its line, where each has one of its own.
  var line: Int?
  let bytes: [UInt8]

  /// Where it stands, for people.
  var name: String { line.map { "\(file):\($0)" } ?? file }
}
