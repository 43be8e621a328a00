/// How rare a token of sketches is in headlines: the logarithm of how many have it, turned round. A table
/// that never changes while reports come, so that what joins does not depend on what was read before.
package struct TokenRarity: Sendable {
  private let values: [UInt32: Float]
  /// From where on a token tells one event from others: one in 55 headlines has it.
  static let telling = 4.0
  /// Of a token that the table does not have.
  private let rest: Float

  /// That of `Models/rarity.tsv`: a rarity on each line, and after it, tabs between them, the tokens that
  /// have it; one without tokens is that of all others.
  static let bundled = TokenRarity(
    table: String(decoding: BundledFiles.file("Models/rarity.tsv") ?? [], as: UTF8.self))

  package init(table: String) {
    var values: [UInt32: Float] = [:]
    var rest: Float = 0
    for line in table.utf8.split(separator: UInt8(ascii: "\n")) {
      let cells = line.split(separator: UInt8(ascii: "\t")).map(Substring.init)
      guard let rarity = cells.first.flatMap({ Float($0) }) else { continue }
      if cells.count == 1 { rest = rarity }
      for token in cells.dropFirst() { values[SketchToken.hash(String(token))] = rarity }
    }
    (self.values, self.rest) = (values, rest)
  }

  subscript(token: UInt32) -> Float { values[token] ?? rest }
}
