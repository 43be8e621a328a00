package import EventModel
package import JSONText

extension Amount {
  /// The form of the contracts: money as `{"value","currency"}` with a decimal string.
  package var contractJSON: JSON {
    .object([
      "kind": .string(kind.rawValue),
      "metric": metric.map(JSON.string) ?? .null,
      "value": .string(value.description),
      kind == .money ? "currency" : "unit": .string(unit),
      "approx": .bool(approximate),
      "bound": bound.map { .string($0.rawValue) } ?? .null,
      "range": range.map { .strings([$0.lowerBound.description, $0.upperBound.description]) }
        ?? .null,
      "period": period.map { .string($0.text) } ?? .null,
    ])
  }
}
