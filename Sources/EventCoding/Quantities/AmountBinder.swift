import EventModel

/// Binds the amounts of a passage to what they measure and to a period.
struct AmountBinder {
  /// Each amount with the cue that named its metric.
  let bound: [(amount: Amount, cue: Hit?)]

  var amounts: [Amount] { bound.map(\.amount) }

  init(_ passage: Passage) {
    let metrics = passage.context.dictionary.metrics
    let cues = passage.hits.filter { $0.term.group == .metric }
    var period: PartialDate?
    var bound: [(amount: Amount, cue: Hit?)] = []
    for quantity in passage.quantities {
      if quantity.kind == .date {
        if AmountBinder.periods.contains(quantity.date?.precision ?? ""),
          !AmountBinder.isBase(quantity.span, passage.text)
        {
          period = quantity.date?.partialDate
        }
        continue
      }
      guard let value = quantity.value, let kind = AmountKind(rawValue: quantity.kind.rawValue)
      else { continue }
      let fitting = cues.filter { metrics[Int($0.term.value)].kind == quantity.kind.rawValue }
      let near = AmountBinder.nearest(fitting, to: quantity.span)
      let named = quantity.unit.flatMap { AmountBinder.metricsOfUnits[$0] }
      bound.append(
        (
          Amount(
            kind: kind, metric: named ?? AmountBinder.metric(near, metrics, quantity.unit),
            value: value,
            unit: quantity.unit == "%" ? "percent" : quantity.unit ?? "",
            approximate: quantity.approximate,
            bound: quantity.bound, range: quantity.range, period: period,
            direction: quantity.direction, span: quantity.span), near
        ))
    }
    self.bound = bound
  }

  private static let periods: Set<String> = ["year", "quarter", "half", "fiscal-year", "month"]

  /// Whether a date is only what another is compared with: 与2021年同比, compared with 2021.
  private static func isBase(_ span: Range<Int>, _ text: FoldedText) -> Bool {
    ["同比", "相比", "相较"].contains { text.contains($0, at: span.upperBound) }
      || ["compared with ", "compared to ", "from "].contains {
        text.contains($0, at: span.lowerBound - $0.utf8.count)
      }
  }

  /// The metric that a cue names, unless it is one that only other units can measure.
  private static func metric(_ cue: Hit?, _ metrics: [MetricEntry], _ unit: String?) -> String? {
    guard let name = cue.map({ metrics[Int($0.term.value)].name }) else { return nil }
    let isCount = metricsOfUnits.values.contains(name)
    let isLoose = unit.map { ["card", "chip", ""].contains($0) } ?? true
    return isCount && !isLoose ? nil : name
  }

  /// Units that say what is measured.
  private static let metricsOfUnits = [
    "gpu": "gpu_count", "customer": "customers", "user": "users", "subscriber": "subscribers",
    "parameter": "parameters", "download": "downloads", "shipment": "shipments", "order": "orders",
    "trend": "trends",
  ]

  /// The cue that follows at once (a $300B valuation), else the nearest to the left, else the next to
  /// the right, within the clause.
  private static func nearest(_ cues: [Hit], to span: Range<Int>) -> Hit? {
    let next = cues.first {
      $0.range.lowerBound == span.upperBound || $0.range.lowerBound == span.upperBound + 1
    }
    if let next { return next }
    let left = cues.last {
      $0.range.lowerBound <= span.lowerBound && span.lowerBound - $0.range.upperBound < 24
    }
    return left
      ?? cues.first {
        $0.range.lowerBound >= span.lowerBound && $0.range.lowerBound - span.upperBound < 16
      }
  }
}
