import EventModel
import Testing

@testable import FeedFetching

@Suite struct HeadersTests {
  let now = Instant("2026-11-23T12:00:00Z")!

  @Test func `names have no case, and the last of several values counts`() {
    var headers: Headers = [:]
    for line in ["ETag: \"a\"\r\n", "etag:\"b\" \r\n", "nonsense\r\n", ": nothing\r\n", "\r\n"] {
      headers.add(line: line)
    }
    #expect(headers["ETAG"] == "\"b\"")
    #expect(headers.fields.count == 2)
  }

  @Test(arguments: [
    ("120", 120), ("0", 0), ("99999999999999999999", 604_800), ("1000000", 604_800),
    ("Mon, 23 Nov 2026 12:30:00 GMT", 1800), ("Monday, 23-Nov-26 12:30:00 GMT", 1800),
    ("Mon Nov 23 12:30:00 2026", 1800), ("Sun, 06 Nov 1994 08:49:37 GMT", 0),
  ])
  func `Retry-After is read in seconds and in HTTP's three forms of dates`(
    text: String, seconds: Int
  ) {
    #expect(
      (["Retry-After": text] as Headers).retryAfter(now: now) == now.advanced(bySeconds: seconds))
  }

  @Test(arguments: ["", "soon", "-5", "12 minutes"])
  func `a Retry-After that cannot be read says nothing`(text: String) {
    #expect((["Retry-After": text] as Headers).retryAfter(now: now) == nil)
  }

  @Test func `an answer's age is taken from its freshness`() {
    #expect(
      (["Cache-Control": "max-age=600", "Age": "100"] as Headers).freshSeconds(now: now) == 500)
    #expect((["Cache-Control": "max-age=60", "Age": "100"] as Headers).freshSeconds(now: now) == 0)
    #expect((["Cache-Control": "max-age=x"] as Headers).freshSeconds(now: now) == nil)
    #expect((["Expires": "0"] as Headers).freshSeconds(now: now) == nil)
    #expect(([:] as Headers).freshSeconds(now: now) == nil)
  }

  @Test func `validators are used for eight days`() throws {
    let headers: Headers = ["ETag": "\"1\"", "Last-Modified": "Mon, 23 Nov 2026"]
    let validators = try #require(Validators(headers, obtained: now))
    #expect(validators.areUsable(at: now.advanced(bySeconds: 7 * 86_400)))
    #expect(!validators.areUsable(at: now.advanced(bySeconds: 8 * 86_400)))
    #expect(!validators.areUsable(at: now.advanced(bySeconds: -60)))
    #expect(validators.lines == ["If-None-Match: \"1\"", "If-Modified-Since: Mon, 23 Nov 2026"])
    #expect(Validators((["ETag": ""] as Headers), obtained: now) == nil)
  }
}
