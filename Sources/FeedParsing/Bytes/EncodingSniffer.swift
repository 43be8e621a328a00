/// Guesses the encoding of bytes that are not what they claim, by their commonest characters.
enum EncodingSniffer {
  /// The encoding in which most of what is not ASCII reads as ordinary text, or nil.
  static func guess(_ bytes: UnsafeBufferPointer<UInt8>) -> EncodingLabel? {
    let sample = UnsafeBufferPointer(rebasing: bytes.prefix(200_000))
    var best: (label: EncodingLabel, score: Double)?
    for (name, common) in candidates {
      guard let label = EncodingLabel(name), let score = score(sample, label, common),
        score > (best?.score ?? 0.06)
      else { continue }
      best = (label, score)
    }
    return best?.label
  }

  /// Share of the non-ASCII characters that are common; nil when more than 2 % do not decode.
  ///
  /// Letters of an alphabet count only beside another, since any accented Latin letter would pass
  /// for one alone.
  private static func score(
    _ bytes: UnsafeBufferPointer<UInt8>, _ label: EncodingLabel,
    _ common: @Sendable (UInt32) -> Bool
  ) -> Double? {
    guard var converter = Converter(label) else { return nil }
    var text: [UInt8] = []
    converter.convert(bytes, last: false, into: &text)
    var all = 0
    var hits = 0
    var isAfterLetter = false
    for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
      let isCommon = scalar.value > 0x7F && common(scalar.value)
      if scalar.value > 0x7F { all += 1 }
      if isCommon, isAfterLetter || scalar.value > 0x7FF { hits += 1 }
      isAfterLetter = isCommon
    }
    guard all > 0, converter.invalid * 50 <= all else { return nil }
    return Double(hits) / Double(all)
  }

  private static let simplified = Set("的一是在不了有人这中大为上个国我以要他时来用们到，。".unicodeScalars.map(\.value))
  private static let traditional = Set("的一是在不了有人這中大為上個國我以要他時來用們到，。".unicodeScalars.map(\.value))

  private static let korean = Set("이다는에의가을를한고하지로기사어서도은인들".unicodeScalars.map(\.value))

  private static let russian = Set("оеаинтсрвлкмдпуязыбч".unicodeScalars.map(\.value))

  private static let candidates: [(String, @Sendable (UInt32) -> Bool)] = [
    ("gb18030", { simplified.contains($0) }),
    ("big5", { traditional.contains($0) }),
    ("euc-jp", { 0x3041...0x30F6 ~= $0 }),
    ("shift_jis", { 0x3041...0x30F6 ~= $0 }),
    ("euc-kr", { korean.contains($0) }),
    ("windows-1255", { 0x05D0...0x05EA ~= $0 }),
    ("windows-1251", { russian.contains($0) }),
    ("koi8-r", { russian.contains($0) }),
  ]
}
