import FeedParsing
import Testing

@Suite struct LimitTests {
  private func feed(_ items: String) -> [UInt8] {
    Array("<rss version=\"2.0\"><channel><title>T</title>\(items)</channel></rss>".utf8)
  }

  @Test func `nesting beyond the limit ends the document, and what came before is kept`() throws {
    let deep = String(repeating: "<x>", count: 5000)
    let parsed = try FeedParser.parse(feed("<item><title>One</title></item><item>\(deep)"))
    #expect(parsed.items.first?.plainTitle == "One")
    #expect(parsed.isMalformed)
    #expect(parsed.diagnostics.contains { $0.message.contains("nested deeper than 200") })
  }

  @Test func `thousands of items that forget to end are no nesting`() throws {
    let items = String(repeating: "<item><title>One</title>", count: 3000)
    #expect(try FeedParser.parse(feed(items)).items.count == 3000)
  }

  @Test func `markup nested in a text is limited too`() throws {
    let deep = String(repeating: "<b>", count: 5000)
    let parsed = try FeedParser.parse(feed("<item><description>\(deep)"))
    #expect(parsed.diagnostics.contains { $0.message.contains("nested deeper") })
  }

  @Test func `an element with too many attributes ends the document`() throws {
    let attributes = (0..<1000).map { "a\($0)=\"1\"" }.joined(separator: " ")
    let parsed = try FeedParser.parse(feed("<item/><item \(attributes)/>"))
    #expect(parsed.diagnostics.contains { $0.message.contains("more than 256 attributes") })
    #expect(parsed.items.count == 1)
  }

  @Test func `a text beyond the limit ends the document`() throws {
    var limits = FeedLimits()
    limits.textBytes = 1000
    let long = String(repeating: "iron ", count: 1000)
    let parsed = try FeedParser.parse(
      feed("<item/><item><title>\(long)</title></item>"), limits: limits)
    #expect(parsed.diagnostics.contains { $0.message.contains("longer than 1000 bytes") })
  }

  @Test func `entities of a document type are not expanded`() throws {
    var declarations = "<!ENTITY a0 \"aaaaaaaaaa\">"
    for level in 1...30 {
      let reference = String(repeating: "&a\(level - 1);", count: 10)
      declarations += "<!ENTITY a\(level) \"\(reference)\">"
    }
    let bomb =
      "<?xml version=\"1.0\"?><!DOCTYPE rss [\(declarations)]>"
      + "<rss><channel><item><title>&a30;</title></item></channel></rss>"
    let parsed = try FeedParser.parse(Array(bomb.utf8))
    #expect(parsed.items.first?.plainTitle == "&a30;")
  }

  @Test func `a document beyond the limit is refused unread`() {
    var limits = FeedLimits()
    limits.documentBytes = 50
    #expect(throws: FeedError.self) {
      try FeedParser.parse(feed("<item><title>Long enough</title></item>"), limits: limits)
    }
  }

  @Test func `a gigabyte is refused by its size alone`() throws {
    let count = 1 << 30
    // Never written to, so that it costs addresses and no memory.
    let block = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: count)
    defer { block.deallocate() }
    do {
      _ = try FeedParser.parse(UnsafeBufferPointer(block))
      Issue.record("a gigabyte was read")
    } catch {
      #expect(error.code == .tooLarge)
    }
  }

  @Test(arguments: ["", "   \n\t", "<", "{", "{}", "[1]", "iron", "\u{0}\u{0}\u{0}\u{0}"])
  func `what is no feed is refused with a reason`(_ text: String) {
    do {
      _ = try FeedParser.parse(Array(text.utf8))
      Issue.record("\(text) was read as a feed")
    } catch {
      #expect(!error.reason.isEmpty)
    }
  }
}
