package import EventModel
package import JSONText

/// An amount in the form of the contracts, and how people and programs are told it.
struct StatedAmount {
  let value: String
  let unit: String
  let currency: String?
  let isApproximate: Bool
  let bound: String?
  /// Both ends of a stated range.
  let range: [String]?
  let direction: String?
  let metric: String?
  let period: String?

  init?(_ json: JSON) {
    guard let value = json["value"]?.string, let unit = (json["currency"] ?? json["unit"])?.string
    else { return nil }
    self.value = value
    self.unit = unit
    currency = json["currency"]?.string
    isApproximate = json["approx"] == true
    bound = json["bound"]?.string
    range = json["range"]?.elements?.compactMap(\.string)
    direction = json["direction"]?.string
    metric = json["metric"]?.string ?? json["kind"]?.string
    period = json["period"]?.string
  }

  /// The least and the most that it may be, where the source leaves that open.
  var low: String? {
    range?.first ?? (["over", "at_least"].contains(bound) ? value : nil)
  }

  var high: String? {
    range?.last ?? (["under", "at_most", "nearly"].contains(bound) ? value : nil)
  }

  /// The value with its direction: a fall is negative.
  var signed: String {
    direction == "down" && !value.hasPrefix("-") && value != "0" ? "-" + value : value
  }

  /// `~540,000,000`, `>80,000,000,000`, `2–3`, `-12`.
  var number: String { number(sign: "", Numerals.grouped) }

  /// As a cell of a matrix has it, with the sign of its currency: `~$540m`, `-CN¥3.1bn`, `-1 %`.
  var compact: String {
    let text = number(
      sign: currency.map(Numerals.sign(ofCurrency:)) ?? "", Numerals.compact)
    return unit == "percent" ? text + " %" : text
  }

  private func number(sign: String, _ spelling: (String) -> String) -> String {
    let signs = ["over": ">", "under": "<", "at_least": "≥", "at_most": "≤", "nearly": "≲"]
    let relation = bound.flatMap { signs[$0] } ?? (isApproximate ? "~" : "")
    let change = direction.flatMap { ["down": "-", "up": "+"][$0] } ?? ""
    let ends = range?.count == 2 ? range! : [value]
    return relation
      + ends.map { end in
        let isNegative = end.hasPrefix("-")
        return (isNegative ? "-" : change) + sign
          + spelling(isNegative ? String(end.dropFirst()) : end)
      }.joined(separator: "–")
  }

  /// `net_loss ~540,000,000 USD in 2022`.
  var sentence: String {
    [metric, number, unit, period.map { "in \($0)" }].compactMap(\.self).joined(separator: " ")
  }

  var cell: Cell { .number(value, shown: number) }
}

extension Amount {
  /// The form of the contracts: money as `{"value","currency"}` with a decimal string. `value` is
  /// positive; `signed` is negative where `direction` says that it fell.
  package var contractJSON: JSON {
    let members = JSON.object([
      "kind": .string(kind.rawValue),
      "metric": metric.map(JSON.string) ?? .null,
      "value": .string(value.description),
      kind == .money ? "currency" : "unit": .string(unit),
      "approx": .bool(approximate),
      "bound": bound.map { .string($0.rawValue) } ?? .null,
      "range": range.map { .strings([$0.lowerBound.description, $0.upperBound.description]) }
        ?? .null,
      "period": period.map { .string($0.text) } ?? .null,
      "direction": direction.map(JSON.string) ?? .null,
    ])
    let signed = StatedAmount(members).map { JSON.string($0.signed) } ?? .null
    return .object((members.members ?? []) + [.init("signed", signed)])
  }
}
