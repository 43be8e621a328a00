/// The encoding a document is read with, and its bytes as UTF-8.
struct Decoding {
  let claims: EncodingClaims
  let used: EncodingLabel
  private(set) var diagnostics: [Diagnostic] = []
  /// The converted bytes; nil when the document is UTF-8 already and is read in place.
  private let converted: [UInt8]?

  /// Tries the claims in their order, then what the bytes look like.
  ///
  /// UTF-8 is believed unseen: libxml2 will find a fault while it parses, and then
  /// ``reconsidered(_:)`` has its turn.
  init(_ bytes: UnsafeBufferPointer<UInt8>, contentType: String?) {
    self.init(bytes, EncodingClaims(bytes, contentType: contentType))
  }

  init(_ bytes: UnsafeBufferPointer<UInt8>, _ claims: EncodingClaims) {
    self.init(bytes, claims, Self.choose(bytes, claims, believesUTF8: true))
  }

  private init(
    _ bytes: UnsafeBufferPointer<UInt8>, _ claims: EncodingClaims, _ choice: Choice
  ) {
    self.claims = claims
    used = choice.label
    let body = UnsafeBufferPointer(rebasing: bytes[claims.markLength...])
    converted =
      used.isUTF8 || used.isASCII ? nil : choice.text ?? Self.convert(body, used)?.bytes
    if used != claims.claimed {
      diagnostics.append(
        Diagnostic(
          .warning, line: 0,
          "the document says it is \(claims.claimed.name) and was read as \(used.name)"))
    }
    if claims.isServedAsOther {
      diagnostics.append(
        Diagnostic(.warning, line: 0, "served as \"\(claims.mediaType)\", which is no XML"))
    }
  }

  /// Whether the bytes contradict what was claimed about them.
  var isContradicted: Bool { used != claims.claimed || claims.isServedAsOther }

  /// A second look at bytes that were believed to be UTF-8 and could not be parsed.
  func reconsidered(_ bytes: UnsafeBufferPointer<UInt8>) -> Decoding {
    guard used.isUTF8 else { return self }
    return Decoding(bytes, claims, Self.choose(bytes, claims, believesUTF8: false))
  }

  /// The document as UTF-8, without byte order mark.
  func withText<Result, Failure: Error>(
    of bytes: UnsafeBufferPointer<UInt8>,
    _ body: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    if let converted {
      return try converted.withUnsafeBufferPointer { text throws(Failure) in try body(text) }
    }
    return try body(UnsafeBufferPointer(rebasing: bytes[claims.markLength...]))
  }

  /// An encoding, and the document in UTF-8 where trying the encoding has brought that about.
  private struct Choice {
    let label: EncodingLabel
    var text: [UInt8]?
  }

  private static func choose(
    _ bytes: UnsafeBufferPointer<UInt8>, _ claims: EncodingClaims, believesUTF8: Bool
  ) -> Choice {
    let body = UnsafeBufferPointer(rebasing: bytes[claims.markLength...])
    let isWide = claims.mark?.isWide == true
    var nearly: EncodingLabel?
    for label in [claims.claimed, claims.declaration, claims.mark].compactMap(\.self) {
      // Whoever could read a declaration in single bytes was not reading UTF-16, and the reverse.
      if label.isWide != isWide { continue }
      if label.isUTF8 {
        if believesUTF8 { return Choice(label: label) }
        continue
      }
      if label.isASCII {
        if UTF8Scan.isASCII(body) { return Choice(label: label) }
        continue
      }
      if !label.isWide, isUTF8(body, claims) { return Choice(label: .utf8) }
      if label.isLatin1 { return Choice(label: label) }
      guard let (text, invalid, converted) = convert(body, label) else { continue }
      if invalid == 0 { return Choice(label: label, text: text) }
      if nearly == nil, invalid * 50 < converted { nearly = label }
    }
    return Choice(label: guess(body, nearly))
  }

  /// Whether bytes that somebody calls something else are UTF-8 beyond doubt: two characters of it
  /// may be an accident, unless the document itself says so.
  private static func isUTF8(
    _ body: UnsafeBufferPointer<UInt8>, _ claims: EncodingClaims
  ) -> Bool {
    let saysSo = claims.declaration?.isUTF8 == true || claims.mark?.isUTF8 == true
    guard let sequences = UTF8Scan.sequences(inWellFormed: body) else { return false }
    return sequences >= (saysSo ? 1 : 3)
  }

  /// The encoding of bytes that are in none of those claimed; `nearly` is one that they might be in.
  private static func guess(_ bytes: UnsafeBufferPointer<UInt8>, _ nearly: EncodingLabel?)
    -> EncodingLabel
  {
    if let nearly, nearly.isWide { return nearly }
    if let escaped = EncodingGuess.escaped(bytes) { return escaped }
    let (valid, invalid) = UTF8Scan.count(bytes)
    if invalid == 0 { return .utf8 }
    if let nearly { return nearly }
    if invalid * 4 >= valid, let guess = EncodingGuess.guess(bytes) { return guess }
    return valid * 4 > invalid ? .utf8 : .windows1252
  }

  private static func convert(_ bytes: UnsafeBufferPointer<UInt8>, _ label: EncodingLabel) -> (
    bytes: [UInt8], invalid: Int, converted: Int
  )? {
    var out: [UInt8] = []
    if label.isLatin1 {
      Windows1252.decode(bytes, into: &out)
      return (out, 0, bytes.count)
    }
    guard var converter = Converter(label) else { return nil }
    out.reserveCapacity(bytes.count + bytes.count / 2)
    converter.convert(bytes, into: &out)
    return (out, converter.invalid, converter.converted)
  }
}
