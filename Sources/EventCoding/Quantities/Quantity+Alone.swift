package import EventModel

extension Quantity {
  /// The quantity or date that a text states, where it states one and nothing beside it: a cell of a
  /// table. Dates are those that need no day of publication.
  package static func alone(in text: String) -> Quantity? {
    let text = text.trimmed
    let found = QuantityScanner.scan(FoldedText(text), published: nil)
    guard found.count == 1, let quantity = found.first else { return nil }
    let letters = Array(text.unicodeScalars)
    let rest = letters[..<quantity.span.lowerBound] + letters[quantity.span.upperBound...]
    let isAlone = rest.allSatisfy { !$0.properties.isAlphabetic && !("0"..."9" ~= $0) }
    return isAlone || quantity.approximate || quantity.bound != nil ? quantity : nil
  }

  /// The same as an amount of a metric; nil for dates, and where it has no value.
  package func amount(of metric: String, period: PartialDate?) -> Amount? {
    guard let value, let kind = AmountKind(rawValue: kind.rawValue) else { return nil }
    return Amount(
      kind: kind, metric: metric, value: value, unit: unit == "%" ? "percent" : unit ?? "",
      approximate: approximate, bound: bound, range: range, period: period, direction: direction)
  }
}
