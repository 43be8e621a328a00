import FeedParsing
import Testing

/// CDATA sections go round libxml2; the sample feeds show the rest.
@Suite struct CDATATests {
  @Test func `thousands of sections of every length stay in their places`() throws {
    let texts = (0..<20_000).map { number in
      number % 7 == 0 ? "" : "\(number)" + String(repeating: "<b>铁 & 钢</b>\n", count: number % 50)
    }
    let items = texts.map {
      "<item><description><![CDATA[\($0)]]></description><title><![CDATA[t]]>!</title></item>"
    }
    let feed = try FeedParser.parse(
      Array("<rss version=\"2.0\"><channel>\(items.joined())</channel></rss>".utf8))
    #expect(!feed.isMalformed)
    #expect(feed.items.map { $0.summary?.value ?? "" } == texts.map(\.withoutLastLineFeed))
    #expect(feed.items.allSatisfy { $0.title?.value == "t!" })
  }

  @Test(arguments: ["\u{1}", "\u{FFFE}", "\u{FFFF}", "\u{0}"])
  func `what XML forbids is repaired in a section too`(_ forbidden: String) throws {
    let feed = try FeedParser.parse(
      Array(
        "<rss><channel><item><title><![CDATA[ir\(forbidden)on]]></title></item></channel></rss>"
          .utf8))
    #expect(feed.items.first?.title?.value == "iron")
  }

  @Test(arguments: [
    [0xC1, 0x81], [0xED, 0xA0, 0x80], [0xE9], [0xE4, 0xB8], [0xF5, 0x80, 0x80, 0x80],
  ])
  func `what is no UTF-8 is repaired in a section too`(_ bytes: [UInt8]) throws {
    let document =
      Array("<rss><channel><item><title><![CDATA[1]]><![CDATA[x".utf8) + bytes
      + Array("yyyyyyyy]]></title></item></channel></rss>".utf8)
    let title = try #require(try FeedParser.parse(document).items.first?.title?.value)
    #expect(title.hasPrefix("1x") && title.hasSuffix("yyyyyyyy"))
    #expect(!title.contains("\u{FFFD}"))
  }
}

extension String {
  fileprivate var withoutLastLineFeed: String { hasSuffix("\n") ? String(dropLast()) : self }
}
