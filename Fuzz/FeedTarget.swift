import FeedParsing
import JSONText

/// Whatever the bytes are, reading a feed, sanitising it and writing it must end.
///
/// The last byte chooses how they are read, so that a plain feed file is a good seed.
func fuzzFeed(_ bytes: UnsafeBufferPointer<UInt8>) {
  guard let last = bytes.last else { return }
  switch last % 8 {
  case 1: _ = try? OPML.parse(Array(bytes))
  case 2: read(bytes, contentType: "text/xml; charset=gb2312")
  case 3: read(bytes, contentType: "text/xml; charset=shift_jis")
  case 4: markup(bytes)
  default: read(bytes, contentType: nil)
  }
}

private func read(_ bytes: UnsafeBufferPointer<UInt8>, contentType: String?) {
  guard
    let feed = try? FeedParser.parse(
      bytes, contentType: contentType, baseURL: "https://example.org/a/b?c")
  else { return }
  _ = JSONFeedWriter.document(feed).bytes
  _ = ItemKeys.of(feed.items)
  for item in feed.items {
    precondition(isPrintable(item.plainText))
    _ = item.content?.paragraphs
  }
}

private func markup(_ bytes: UnsafeBufferPointer<UInt8>) {
  let text = String(decoding: bytes, as: UTF8.self)
  precondition(isPrintable(PlainText.from(html: text)))
  let clean = HTMLSanitizer.sanitize(text, baseURL: "https://example.org/")
  precondition(!clean.lowercased().contains("<script"))
  precondition(HTMLSanitizer.sanitize(clean).utf8.count <= clean.utf8.count * 2 + 16)
  _ = DateParser.instant(text)
}

private func isPrintable(_ text: String) -> Bool {
  text.unicodeScalars.allSatisfy { $0.value >= 0x20 && !(0x7F...0x9F ~= $0.value) }
}
