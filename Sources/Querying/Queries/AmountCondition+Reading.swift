import EventModel
package import Projections

extension AmountCondition {
  /// Reads `>1B`, `>=500e9CNY`, `<10M USD`, `1B` (at least). Scales: K, M, B, T.
  package init(reading text: String) throws(QueryError) {
    var rest = Substring(text)
    let relations: [Relation] = [.atLeast, .atMost, .over, .under]
    let relation = relations.first { rest.hasPrefix($0.rawValue) }
    rest = rest.dropFirst(relation?.rawValue.count ?? 0)
    let number = rest.prefix { $0.isNumber || $0 == "." || $0 == "-" || $0 == "e" }
    var unit = rest.dropFirst(number.count)
    var scale = ExactDecimal(1)
    if let letter = unit.first,
      let exponent = ["K": 3, "M": 6, "B": 9, "T": 12][letter.uppercased()],
      unit.dropFirst().first.map({ !$0.isLetter || unit.count == 4 }) ?? true
    {
      scale = ExactDecimal("1e\(exponent)")!
      unit = unit.dropFirst()
    }
    guard let value = ExactDecimal(number), let scaled = value.multiplied(by: scale) else {
      throw QueryError(
        "“\(text)” is not an amount", hint: "write >1B, >=500e9CNY or <10M")
    }
    let name = unit.trimming
    self.init(relation ?? .atLeast, scaled, unit: name.isEmpty ? nil : name)
  }
}

extension Substring {
  fileprivate var trimming: String { String(drop { $0 == " " }) }
}
