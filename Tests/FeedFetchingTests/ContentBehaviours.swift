import LoopbackServer

extension Behaviour {
  private static func encoded(_ encoding: String, _ body: [UInt8], _ outcome: String) -> Self {
    Behaviour(
      "Content-Encoding: \(encoding)", outcome,
      .answer("200 OK", ["Content-Encoding: \(encoding)"], body: body))
  }
  private static func preface(_ name: String, _ text: String) -> Self {
    Behaviour(
      "\(name) before the feed", "read \(Sample.size + text.utf8.count) bytes",
      .answer(text: text + Sample.text))
  }
  private static let page =
    "refused: it is a web page, not a feed; annals feed add finds the feeds of a page"
  private static let whole = "read \(Sample.size) bytes"
  private static let bomb = Compression.gzipBomb(beginning: Sample.feed, repeats: 100_000)

  static let contents: [Behaviour] = [
    encoded("gzip", Compression.gzip(Sample.feed), whole),
    encoded("br", Compression.brotli(Sample.feed), whole),
    encoded("zstd", Compression.zstd(Sample.feed), whole),
    encoded("gzip, gzip", Compression.gzip(Compression.gzip(Sample.feed)), whole),
    encoded("gzip", Sample.feed, "failed: the answer's compression cannot be undone"),
    encoded("rot13", Sample.feed, "failed: the answer's compression cannot be undone"),
    encoded("gzip", bomb, "refused: it is larger than 1 MB unpacked"),
    Behaviour("empty", "failed: the answer is empty", .answer()),
    Behaviour(
      "a web page", page,
      .answer(text: Sample.page)),
    Behaviour(
      "a web page that says it is a feed",
      page,
      .answer("200 OK", ["Content-Type: application/rss+xml"], text: Sample.page)),
    Behaviour(
      "XHTML behind an XML declaration",
      page,
      .answer(text: "<?xml version=\"1.0\"?>\n<!DOCTYPE html PUBLIC \"-//W3C\"><html/>")),
    Behaviour(
      "an endless web page",
      page,
      [
        .send(Array("HTTP/1.1 200 OK\r\n\r\n<html>".utf8)),
        .endless(Array(repeating: 0x20, count: 4096), pause: 0),
      ]),
    Behaviour("a PDF", "refused: it is a PDF, not a feed", .answer(text: "%PDF-1.7 <feed>")),
    Behaviour(
      "a picture", "refused: it is a picture, not a feed",
      .answer(body: [0x89, 0x50, 0x4E, 0x47, 13, 10, 26, 10])),
    Behaviour(
      "plain text", "refused: it is text without markup, not a feed", .answer(text: "Hello")),
    Behaviour("JSON", "read 15 bytes", .answer(text: "{\"version\": \"\"}")),
    Behaviour(
      "white space before the feed", "read \(Sample.size + 3) bytes",
      .answer(text: "\n\n " + Sample.text)),
    preface("two thousand blank lines", String(repeating: "\n", count: 2000)),
    preface(
      "warnings of the server's software",
      String(repeating: "PHP Notice: undefined offset 1\n", count: 200)),
    preface("a warning in markup", "<br />\n<b>Warning</b>: it is late in <b>x.php</b><br />\n"),
    preface("a script", "<script>track()</script>\n"),
    Behaviour(
      "endless text", "refused: it is text without markup, not a feed",
      [
        .send(Array("HTTP/1.1 200 OK\r\n\r\n".utf8)),
        .endless(Array(repeating: 0x61, count: 4096), pause: 0),
      ]),
    Behaviour(
      "gzip that no header names",
      "refused: it is compressed (gzip), and no header of the answer says so (Content-Encoding)",
      .answer("200 OK", ["Content-Type: application/xml"], body: Compression.gzip(Sample.feed))),
    Behaviour(
      "zstd that no header names",
      "refused: it is compressed (zstd), and no header of the answer says so (Content-Encoding)",
      .answer(body: Compression.zstd(Sample.feed))),
    Behaviour(
      "UTF-16", "read \(2 * Sample.size + 2) bytes",
      .answer(body: [0xFF, 0xFE] + Sample.feed.flatMap { [$0, 0] })),
    Behaviour(
      "a charset that is none", whole,
      .answer("200 OK", ["Content-Type: text/xml; charset=klingon"], text: Sample.text)),
    Behaviour(
      "an endless body", "refused: it is larger than 1 MB unpacked",
      [
        .send(Array("HTTP/1.1 200 OK\r\n\r\n".utf8) + Sample.feed),
        .endless(Array(repeating: 0x20, count: 65_536), pause: 0),
      ]),
    Behaviour(
      "a length that is a lie, too long",
      "failed: the connection ended in the middle of the answer",
      .raw("HTTP/1.1 200 OK\r\nContent-Length: 9999\r\n\r\n" + Sample.text)),
    Behaviour(
      "a length that is a lie, too short", "read 10 bytes",
      .raw("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n" + Sample.text)),
    Behaviour(
      "chunks", whole,
      .raw(
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
          + String(Sample.size, radix: 16) + "\r\n" + Sample.text + "\r\n0\r\n\r\n")),
    Behaviour(
      "chunks without an end", "failed: the connection ended in the middle of the answer",
      .raw("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n<rss>\r\n")),
  ]
}
