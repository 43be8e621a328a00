/// UTF-8 bytes → a string, undoing two habits of publishing software.
enum TextRepair {
  /// nil when there are no bytes.
  static func string(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
    guard !bytes.isEmpty else { return nil }
    return repaired(bytes) ?? String(decoding: bytes, as: UTF8.self)
  }

  /// The same without making a string; nil when there are no bytes.
  static func utf8(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    guard !bytes.isEmpty else { return nil }
    return repaired(bytes).map { Array($0.utf8) } ?? Array(bytes)
  }

  /// nil when there is nothing to repair.
  ///
  /// UTF-8 that was taken for Latin-1 and encoded again is decoded twice, and C1 controls, which
  /// were meant as Windows-1252, become what that has in their place.
  private static func repaired(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
    // Both faults contain U+0080–U+00BF, whose UTF-8 begins with C2.
    let first = bytes.find(0xC2, from: 0)
    guard first < bytes.count else { return nil }
    // Read twice, a character begins with a letter of U+00C2–U+00F4: C3 before the first C2.
    if first >= 2, bytes[first - 2] == 0xC3, let latin = latin1(bytes),
      let twice = String(validating: latin, as: UTF8.self)
    {
      return twice
    }
    guard hasC1(bytes, from: first) else { return nil }
    return withoutC1(String(decoding: bytes, as: UTF8.self))
  }

  /// The text as one byte a character, if it has only characters below U+0100.
  private static func latin1(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte < 0x80 {
        result.append(byte)
        index += 1
      } else if byte == 0xC2 || byte == 0xC3, index + 1 < bytes.count {
        result.append((byte & 3) << 6 | bytes[index + 1] & 0x3F)
        index += 2
      } else {
        return nil
      }
    }
    return result
  }

  private static func hasC1(_ bytes: UnsafeBufferPointer<UInt8>, from first: Int) -> Bool {
    var index = first
    while index + 1 < bytes.count {
      if bytes[index + 1] < 0xA0 { return true }
      index = bytes.find(0xC2, from: index + 2)
    }
    return false
  }

  private static func withoutC1(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if 0x80...0x9F ~= scalar.value {
        result.append(Unicode.Scalar(Windows1252.high[Int(scalar.value) - 0x80])!)
      } else {
        result.append(scalar)
      }
    }
    return String(result)
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Without ASCII white space at both ends.
  func trimmingSpace() -> UnsafeBufferPointer<UInt8> {
    var start = 0
    var end = count
    while start < end, self[start].isSpace { start += 1 }
    while end > start, self[end - 1].isSpace { end -= 1 }
    return UnsafeBufferPointer(rebasing: self[start..<end])
  }

  /// Without the `div` that XHTML content is wrapped in (RFC 4287 §3.1.1.3), if it spans all.
  func withoutEnclosingDiv() -> UnsafeBufferPointer<UInt8> {
    guard matches("<div", at: 0), count >= 11, matches("</div>", at: count - 6),
      self[4] == UInt8(ascii: ">") || self[4] == UInt8(ascii: " "),
      let open = firstIndex(of: UInt8(ascii: ">"))
    else { return self }
    var depth = 0
    var index = 0
    while index < count - 6 {
      if self[index] == UInt8(ascii: "<") {
        depth += self[index + 1] == UInt8(ascii: "/") ? -1 : 1
        if depth == 0 { return self }
      }
      index += 1
    }
    return UnsafeBufferPointer(rebasing: self[(open + 1)..<(count - 6)])
  }
}
