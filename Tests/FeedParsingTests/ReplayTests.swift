import FeedParsing
import Foundation
import Testing

/// Recorded polls of real feeds, folded the way the log folds them.
@Suite struct ReplayTests {
  private static let folder = SharedData.unpacked("FEEDS_REPLAY")

  /// What is known of a feed: items by any of their names.
  private struct Known {
    var names: [String: Int] = [:]
    var items: [Item] = []
    var revisions = 0

    /// Folds one poll and returns how many records it would append.
    mutating func poll(_ feed: Feed) -> Int {
      var records = 0
      for (item, keys) in zip(feed.items, ItemKeys.of(feed.items)) {
        if let index = keys.compactMap({ names[$0] }).first {
          let changed = ItemField.changes(from: items[index], to: item)
          if !changed.isEmpty { (records, revisions) = (records + 1, revisions + 1) }
          items[index] = item
          for key in keys where names[key] == nil { names[key] = index }
        } else {
          for key in keys { names[key] = items.count }
          items.append(item)
          records += 1
        }
      }
      return records
    }
  }

  private struct Poll {
    let path: String
    let added: Int
    let what: String
    var feed: String { path.split(separator: "/").first.map(String.init) ?? path }
  }

  private static func polls() throws -> [Poll] {
    let folder = try #require(folder)
    let table = try String(
      contentsOf: folder.appending(path: "MANIFEST.tsv"), encoding: .utf8)
    return table.split(separator: "\n").dropFirst().map { line in
      let columns = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      return Poll(path: columns[0], added: Int(columns[6]) ?? 0, what: columns[9])
    }
  }

  @Test(.enabled(if: folder != nil, "FEEDS_REPLAY does not name the unpacked replay.tar.xz"))
  func `quiet polls append nothing and returning items are not news`() throws {
    var known: [String: Known] = [:]
    for poll in try Self.polls() {
      let data = try Data(contentsOf: try #require(Self.folder).appending(path: poll.path))
      let feed = try FeedParser.parse(Array(data))
      let records = known[poll.feed, default: Known()].poll(feed)
      if poll.what == "same items" { #expect(records == 0, "\(poll.path)") }
      #expect(records <= poll.added + feed.items.count, "\(poll.path)")
    }
    let research = try #require(known["feed_openai_research"])
    // Two pages of that feed share a title from the first poll on; all others have their own.
    let titles = Set(research.items.compactMap(\.plainTitle))
    let pages = Set(research.items.compactMap { $0.url.map(AddressKey.of) })
    #expect(research.items.count == pages.count)
    #expect(pages.count - titles.count == 1)
  }
}
