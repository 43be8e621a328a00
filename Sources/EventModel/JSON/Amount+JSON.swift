package import JSONText

extension Amount {
  package var json: JSON {
    .object([
      "kind": .string(kind.rawValue),
      "metric": metric.map(JSON.string),
      "value": .string(value.description),
      kind == .money ? "currency" : "unit": .string(unit),
      "approx": approximate ? true : nil,
      "bound": bound.map { .string($0.rawValue) },
      "range": range.map { .strings([$0.lowerBound.description, $0.upperBound.description]) },
      "period": period.map { .string($0.text) },
      "direction": direction.map(JSON.string),
      "span": span.map(\.json),
    ])
  }

  /// Reads the form of event books and records: money has a `currency`, all else a `unit`.
  package init(json: JSON) throws(FieldError) {
    let currency = try json.optionalText("currency")
    let measure = try json.optionalText("unit")
    let unit = currency ?? measure ?? ""
    let ends = try json.list("range").compactMap(\.exactDecimal)
    guard ends.isEmpty || (ends.count == 2 && ends[0] <= ends[1]) else {
      throw FieldError(key: "range", problem: "should be two numbers, the smaller first")
    }
    self.init(
      kind: json["kind"]?.string == "multiple"
        ? .ratio
        : try json.word("kind", AmountKind.self, of: "kind of amount")
          ?? (currency == nil ? Amount.kind(ofUnit: unit) : .money),
      metric: try json.optionalText("metric"), value: try json.decimal("value"), unit: unit,
      approximate: try json.optionalBool("approx") ?? false,
      bound: try json.word("bound", Bound.self, of: "bound"),
      range: ends.isEmpty ? nil : ends[0]...ends[1], period: try json.optionalDate("period"),
      direction: try json.optionalText("direction"), span: Range(json: json["span"]))
  }

  private static func kind(ofUnit unit: String) -> AmountKind {
    switch unit {
    case "percent": .percent
    case "second", "minute", "hour", "day", "week", "month", "quarter", "year": .duration
    case "times": .ratio
    default: .count
    }
  }
}

extension Range<Int> {
  var json: JSON { .array([.number(Int64(lowerBound)), .number(Int64(upperBound))]) }

  init?(json: JSON?) {
    guard let ends = json?.elements, ends.count == 2, let start = ends[0].integer,
      let end = ends[1].integer, 0 <= start, start <= end
    else { return nil }
    self = Int(start)..<Int(end)
  }
}
