import FeedParsing
import Testing

/// UTF-16 as feeds come in it: without a byte order mark, without a declaration, or with a wrong one.
@Suite struct WideEncodingTests {
  private static let feed =
    "<rss version='2.0'><channel><title>Foundry</title><item><title>铸造 One</title></item></channel></rss>"

  private func bytes(_ text: String, bigEndian: Bool) -> [UInt8] {
    text.utf16.flatMap { unit in
      let pair = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
      return bigEndian ? pair : pair.reversed()
    }
  }

  @Test(
    arguments: [
      "", "<?xml version='1.0'?>", "<?xml version='1.0' encoding='utf-8'?>",
      "<?xml version='1.0' encoding='utf-16'?>", "\u{FEFF}", "\n\n", "<!-- \0 -->",
      "\u{FEFF}<?xml version='1.0' encoding='utf-8'?>",
    ], [true, false])
  func `is known by where its zero bytes stand`(_ prolog: String, bigEndian: Bool) throws {
    let feed = try FeedParser.parse(bytes(prolog + Self.feed, bigEndian: bigEndian))
    #expect(feed.items.map(\.plainTitle) == ["铸造 One"])
    #expect(feed.encoding == (bigEndian ? "utf-16be" : "utf-16le"))
  }

  @Test func `a byte too many before it costs no item`() throws {
    let feed = try FeedParser.parse([0x0A] + bytes(Self.feed, bigEndian: false))
    #expect(feed.items.count == 1)
  }

  @Test func `JSON is read in it too`() throws {
    let json =
      #"{"version": "https://jsonfeed.org/version/1.1", "items": [{"id": "1", "title": "铁"}]}"#
    let feed = try FeedParser.parse(bytes(json, bigEndian: false))
    #expect(feed.items.map(\.plainTitle) == ["铁"])
  }
}
