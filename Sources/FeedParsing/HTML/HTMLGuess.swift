/// Whether a text that calls itself plain is markup after all, as it so often is in RSS.
enum HTMLGuess {
  /// Markup needs an end tag or a known reference, and only tags and names that HTML knows.
  static func looksLikeHTML(_ text: [UInt8]) -> Bool {
    text.withUnsafeBufferPointer { bytes in
      guard bytes.has(UInt8(ascii: "<")) || bytes.has(UInt8(ascii: "&")) else { return false }
      return judge(bytes)
    }
  }

  private static func judge(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var hasEvidence = false
    for index in bytes.indices {
      switch bytes[index] {
      case UInt8(ascii: "<"):
        let isEnd = index + 1 < bytes.count && bytes[index + 1] == UInt8(ascii: "/")
        let name = self.name(bytes, from: index + (isEnd ? 2 : 1))
        guard !name.isEmpty else { continue }
        guard HTMLElement.table.find(UnsafeBufferPointer(rebasing: name))?.isAllowed == true else {
          return false
        }
        if isEnd, name.endIndex < bytes.count, bytes[name.endIndex] == UInt8(ascii: ">") {
          hasEvidence = true
        }
      case UInt8(ascii: "&"):
        let isNumber = index + 1 < bytes.count && bytes[index + 1] == UInt8(ascii: "#")
        let name = self.name(bytes, from: index + (isNumber ? 2 : 1))
        guard !name.isEmpty, name.endIndex < bytes.count,
          bytes[name.endIndex] == UInt8(ascii: ";")
        else { continue }
        if !isNumber, !HTMLEntities.isKnown(name) { return false }
        hasEvidence = true
      default: break
      }
    }
    return hasEvidence
  }

  private static func name(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int)
    -> Slice<UnsafeBufferPointer<UInt8>>
  {
    guard start < bytes.count else { return bytes[bytes.count...] }
    return bytes[start...].prefix { $0.isAlphanumeric || $0 == UInt8(ascii: "_") }
  }
}
