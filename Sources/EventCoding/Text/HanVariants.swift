/// Traditional Han letters as simplified ones, by `Dictionaries/variants.txt`: what one script says is
/// matched as in the other. Letters that stand for several simplified ones count as the commonest.
enum HanVariants {
  private static let first: UInt32 = 0x4E00

  /// The letter that each of the block is matched as.
  private static let table: [UInt16] = {
    var table = (UInt16(first)...0x9FFF).map { $0 }
    let text = String(decoding: BundledFiles.file("Dictionaries/variants.txt") ?? [], as: UTF8.self)
    var pairs = text.split(separator: "\n").dropFirst().makeIterator()
    while let traditional = pairs.next(), let simplified = pairs.next() {
      for (letter, other) in zip(traditional.unicodeScalars, simplified.unicodeScalars) {
        table[Int(letter.value - first)] = UInt16(other.value)
      }
    }
    return table
  }()

  /// - Parameter letter: one of 0x4E00...0x9FFF.
  static func simplified(_ letter: UInt32) -> UInt16 { table[Int(letter - first)] }
}
