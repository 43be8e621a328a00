import EventModel
import FeedFetching
import FeedParsing
import Testing

@Suite struct PublisherHintsTests {
  let now = Instant("2026-11-23T12:00:00Z")!

  func hints(_ channel: String, dates: [String] = []) throws -> PublisherHints {
    let items = dates.map { "<item><title>x</title><pubDate>\($0)</pubDate></item>" }.joined()
    let text = "<rss version=\"2.0\"><channel><title>t</title>\(channel)\(items)</channel></rss>"
    return PublisherHints(try FeedParser.parse(Array(text.utf8)), now: now)
  }

  @Test func `what the publisher asks for is read`() throws {
    let hints = try hints(
      "<ttl>90</ttl><skipHours><hour>0</hour><hour>24</hour><hour> 7 </hour><hour>x</hour></skipHours>"
    )
    #expect(hints.minutesToLive == 90)
    #expect(hints.skippedHours == [0, 7])
    #expect(hints.itemsPerWeek == nil)
  }

  @Test func `the rhythm is that of the last week, and future dates are not believed`() throws {
    let hints = try hints("", dates: ["2026-11-23", "2026-11-20", "2026-10-01", "2030-01-01"])
    #expect(hints.itemsPerWeek == 2)
    #expect(hints.newestItem == Instant("2026-11-23"))
  }

  @Test func `a feed that reaches back less than a week is taken to go on like that`() throws {
    let dates = (0..<10).map { "2026-11-23T0\($0):00:00Z" }
    #expect(try hints("", dates: dates).itemsPerWeek == 10 * 7 * 24 / 12)
  }
}
