/// Guesses the encoding of bytes that are not what they claim: the one in which they cost the fewest
/// bits, read as text of a language that is written in it.
///
/// All candidates are charged for the same bytes, so that their costs compare: a Chinese character
/// costs ten bits where two letters of an alphabet would cost nine and a line of boxes fifty.
enum EncodingGuess {
  /// nil when there is nothing to guess by, or no candidate makes sense of it.
  static func guess(_ bytes: UnsafeBufferPointer<UInt8>) -> EncodingLabel? {
    let sample = sample(of: bytes)
    guard sample.count(where: { $0 >= 0x80 }) >= least else { return nil }
    var best: (label: EncodingLabel, bits: Int)?
    for candidate in candidates {
      guard let label = EncodingLabel(candidate.label), let text = decode(sample, label) else {
        continue
      }
      let bits = candidate.prior + TextCost(candidate.shares).bits(of: text)
      if bits < best?.bits ?? .max { best = (label, bits) }
    }
    if let best, bitsAsUTF8(sample) < best.bits { return .utf8 }
    return best?.label
  }

  /// Bytes beyond ASCII without which anything may be anything: two Chinese characters.
  private static let least = 4

  /// What the sample costs as UTF-8 in which some bytes are not, in the language it fits best.
  private static func bitsAsUTF8(_ sample: [UInt8]) -> Int {
    var text: [UInt8] = []
    let strays = sample.withUnsafeBufferPointer { Windows1252.mend($0, into: &text) }
    let languages: [CharacterShares] = [
      .western, .central, .cyrillic, .simplified, .traditional, .japanese, .korean,
    ]
    return strays * strayByte + languages.map { TextCost($0).bits(of: text) }.min()!
  }

  private static let strayByte = 16

  /// What the escape sequences of ISO/IEC 2022 say, which leave every byte ASCII; nil without any.
  static func escaped(_ bytes: UnsafeBufferPointer<UInt8>) -> EncodingLabel? {
    var index = bytes.find(0x1B, from: 0)
    while index < bytes.count {
      if bytes.matches("\u{1B}$B", at: index) || bytes.matches("\u{1B}$@", at: index) {
        return EncodingLabel("iso-2022-jp")
      }
      if bytes.matches("\u{1B}$)C", at: index) { return EncodingLabel("iso-2022-kr") }
      index = bytes.find(0x1B, from: index + 1)
    }
    return nil
  }

  /// The stretches that are not ASCII, each with its neighbours: a second byte may be ASCII.
  private static func sample(of bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var sample: [UInt8] = []
    var index = 0
    while index < bytes.count, sample.count < 8192 {
      guard bytes[index] >= 0x80 else {
        index += 1
        continue
      }
      var end = index + 1
      while end < bytes.count, bytes[end] >= 0x80 || end + 1 < bytes.count && bytes[end + 1] >= 0x80
      {
        end += 1
      }
      sample.append(contentsOf: bytes[max(0, index - 1)..<min(end + 1, bytes.count)])
      sample.append(0x20)
      index = end + 1
    }
    return sample
  }

  /// The sample as text; nil where more than one character in fifty is none of the encoding.
  private static func decode(_ sample: [UInt8], _ label: EncodingLabel) -> [UInt8]? {
    var text: [UInt8] = []
    if label.isLatin1 {
      sample.withUnsafeBufferPointer { Windows1252.decode($0, into: &text) }
      return text
    }
    guard var converter = Converter(label) else { return nil }
    sample.withUnsafeBufferPointer { converter.convert($0, into: &text) }
    return converter.invalid * 50 <= sample.count ? text : nil
  }

  private struct Candidate {
    let label: String
    let shares: CharacterShares
    /// Bits that the encoding costs for being seldom used, and an alphabet because nearly any bytes
    /// are letters of it.
    let prior: Int
  }

  private static let candidates = [
    Candidate(label: "windows-1252", shares: .western, prior: 0),
    Candidate(label: "gb18030", shares: .simplified, prior: 0),
    Candidate(label: "gb18030", shares: .traditional, prior: 3),
    Candidate(label: "big5", shares: .traditional, prior: 1),
    Candidate(label: "shift_jis", shares: .japanese, prior: 1),
    Candidate(label: "euc-jp", shares: .japanese, prior: 1),
    Candidate(label: "euc-kr", shares: .korean, prior: 1),
    Candidate(label: "windows-1251", shares: .cyrillic, prior: 14),
    Candidate(label: "koi8-r", shares: .cyrillic, prior: 15),
    Candidate(label: "koi8-u", shares: .cyrillic, prior: 16),
    Candidate(label: "iso-8859-5", shares: .cyrillic, prior: 18),
    Candidate(label: "ibm866", shares: .cyrillic, prior: 18),
    Candidate(label: "windows-1253", shares: .greek, prior: 14),
    Candidate(label: "iso-8859-7", shares: .greek, prior: 15),
    Candidate(label: "windows-1256", shares: .arabic, prior: 14),
    Candidate(label: "iso-8859-6", shares: .arabic, prior: 16),
    Candidate(label: "windows-1255", shares: .hebrew, prior: 14),
    Candidate(label: "windows-874", shares: .thai, prior: 16),
    Candidate(label: "windows-1250", shares: .central, prior: 5),
    Candidate(label: "iso-8859-2", shares: .central, prior: 6),
    Candidate(label: "windows-1254", shares: .turkish, prior: 5),
    Candidate(label: "windows-1257", shares: .baltic, prior: 4),
  ]
}
