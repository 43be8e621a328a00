/// What the bytes themselves, HTTP and the XML declaration say about the encoding.
///
/// The order of precedence is RFC 3023's as feedparser settled it: HTTP's charset, then (unless
/// HTTP says text/…, whose default is US-ASCII) the declaration, then the byte order mark.
struct EncodingClaims: Equatable, Sendable {
  /// Bytes of the byte order mark.
  let markLength: Int
  /// From the byte order mark, or from how the first characters are spaced.
  let mark: EncodingLabel?
  let http: EncodingLabel?
  let declaration: EncodingLabel?
  /// The media type without parameters, lower case; empty when HTTP said nothing.
  let mediaType: String
  private let httpSpoke: Bool

  init(_ bytes: UnsafeBufferPointer<UInt8>, contentType: String?) {
    let parts = (contentType ?? "").split(separator: ";", omittingEmptySubsequences: false)
    self.init(
      bytes, http: parts.dropFirst().lazy.compactMap(Self.charset).first,
      mediaType: (parts.first ?? "").trimmed.lowercased(), httpSpoke: contentType != nil)
  }

  /// Of a document that is taken for XML, whatever it was served as.
  init(xml bytes: UnsafeBufferPointer<UInt8>, http: EncodingLabel?) {
    self.init(bytes, http: http, mediaType: "application/xml", httpSpoke: true)
  }

  private init(
    _ bytes: UnsafeBufferPointer<UInt8>, http: EncodingLabel?, mediaType: String, httpSpoke: Bool
  ) {
    self.http = http
    self.mediaType = mediaType
    self.httpSpoke = httpSpoke
    (mark, markLength) = Self.readMark(bytes)
    let declared = Self.readDeclaration(bytes.dropFirst(markLength), mark: mark)
    declaration = declared?.isUnspecificUnicode == true && mark != nil ? mark : declared
  }

  /// What the document is supposed to be in.
  var claimed: EncodingLabel {
    let ascii = EncodingLabel("us-ascii")!
    if mediaType.hasPrefix("application/"), isXMLMediaType {
      return http ?? declaration ?? mark ?? .utf8
    }
    if mediaType.hasPrefix("text/") { return http ?? ascii }
    return declaration ?? mark ?? .utf8
  }

  /// Whether HTTP served the document as something that is no XML.
  var isServedAsOther: Bool { httpSpoke && !isXMLMediaType }

  private var isXMLMediaType: Bool {
    switch mediaType {
    case "application/xml", "application/xml-dtd", "application/xml-external-parsed-entity",
      "text/xml", "text/xml-external-parsed-entity":
      true
    default:
      mediaType.hasSuffix("+xml")
        && (mediaType.hasPrefix("application/") || mediaType.hasPrefix("text/"))
    }
  }

  /// `charset=gbk`, or `charset:gbk` as some servers write it.
  private static func charset(_ parameter: Substring) -> EncodingLabel? {
    let pair = parameter.split(maxSplits: 1) { $0 == "=" || $0 == ":" }
    guard pair.count == 2, pair[0].trimmed.lowercased() == "charset" else { return nil }
    return EncodingLabel(pair[1].trimmed.filter { $0 != "\"" && $0 != "'" })
  }

  private static func readMark(
    _ bytes: UnsafeBufferPointer<UInt8>
  ) -> (EncodingLabel?, Int) {
    let head = Array(bytes.prefix(4))
    func label(_ name: String) -> EncodingLabel? { EncodingLabel(name) }
    switch head {
    case [0x00, 0x00, 0xFE, 0xFF]: return (label("utf-32be"), 4)
    case [0xFF, 0xFE, 0x00, 0x00]: return (label("utf-32le"), 4)
    case [0x00, 0x00, 0x00, 0x3C]: return (label("utf-32be"), 0)
    case [0x3C, 0x00, 0x00, 0x00]: return (label("utf-32le"), 0)
    case [0x4C, 0x6F, 0xA7, 0x94]: return (label("cp037"), 0)
    default: break
    }
    if head.starts(with: [0xFE, 0xFF]) { return (label("utf-16be"), 2) }
    if head.starts(with: [0xFF, 0xFE]) { return (label("utf-16le"), 2) }
    if head.starts(with: [0xEF, 0xBB, 0xBF]) { return (label("utf-8"), 3) }
    return (spacing(bytes).flatMap(label), 0)
  }

  /// UTF-16 by where its zero bytes stand: every markup character has one.
  private static func spacing(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
    let head = UnsafeBufferPointer(rebasing: bytes.prefix(256))
    guard head.has(0) else { return nil }
    var zeros = (even: 0, odd: 0)
    for (index, byte) in head.enumerated() where byte == 0 {
      if index & 1 == 0 { zeros.even += 1 } else { zeros.odd += 1 }
    }
    guard (zeros.even + zeros.odd) * 4 >= head.count else { return nil }
    if zeros.even * 8 <= zeros.odd { return "utf-16le" }
    return zeros.odd * 8 <= zeros.even ? "utf-16be" : nil
  }

  /// The label in `<?xml … encoding="…"?>`, read through the mark's encoding; servers print warnings
  /// before it.
  private static func readDeclaration(
    _ bytes: Slice<UnsafeBufferPointer<UInt8>>, mark: EncodingLabel?
  ) -> EncodingLabel? {
    var head = Array(bytes.prefix(1024))
    if let mark, !mark.isUTF8, var converter = Converter(mark) {
      var decoded: [UInt8] = []
      head.withUnsafeBufferPointer { converter.convert($0, into: &decoded) }
      head = decoded
    }
    return head.withUnsafeBufferPointer(label)
  }

  private static func label(_ head: UnsafeBufferPointer<UInt8>) -> EncodingLabel? {
    guard let start = head.indices.first(where: { FeedStart.isDeclaration(head, at: $0) }) else {
      return nil
    }
    let end = head.find(UInt8(ascii: ">"), from: start)
    guard let key = (start..<end).first(where: { head.matches("encoding", at: $0) }) else {
      return nil
    }
    let value = head[(key + 8)..<end].drop { $0.isSpace || $0 == UInt8(ascii: "=") }
    guard let quote = value.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
      return nil
    }
    return EncodingLabel(String(decoding: value.dropFirst().prefix { $0 != quote }, as: UTF8.self))
  }
}

extension StringProtocol {
  /// Without white space at both ends.
  var trimmed: String {
    let start = drop(while: \.isWhitespace)
    return String(start.dropLast(start.reversed().prefix(while: \.isWhitespace).count))
  }
}
