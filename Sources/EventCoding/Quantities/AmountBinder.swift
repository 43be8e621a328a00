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
      let near = AmountBinder.nearest(fitting, to: quantity.span, passage.text)
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
    "trend": "trends", "iops": "iops",
  ]

  /// The cue that an amount belongs to: within its own clause the one right behind it (a $300B
  /// valuation, $36M in revenue), else the nearest before it, else the next behind it; without one in
  /// the clause, the same beyond it.
  private static func nearest(_ cues: [Hit], to span: Range<Int>, _ text: FoldedText) -> Hit? {
    let own = clause(around: span, text)
    let inside = cues.filter { own.contains($0.range.lowerBound) }
    return inside.first { follows($0, span, text) }
      ?? inside.last { $0.range.lowerBound <= span.lowerBound }
      ?? inside.first { $0.range.lowerBound - span.upperBound < 16 }
      ?? cues.last {
        $0.range.lowerBound <= span.lowerBound && span.lowerBound - $0.range.upperBound < 24
      }
      ?? cues.first {
        $0.range.lowerBound >= span.lowerBound && $0.range.lowerBound - span.upperBound < 16
      }
  }

  /// Whether a cue stands right behind an amount, or after `in`, `of` or 的.
  private static func follows(_ cue: Hit, _ span: Range<Int>, _ text: FoldedText) -> Bool {
    let gap = cue.range.lowerBound - span.upperBound
    guard 0...12 ~= gap else { return false }
    if gap <= 1 { return true }
    return [" in ", " of ", " in annual ", " of annual ", " in net "].contains {
      text.contains($0, at: span.upperBound) && $0.unicodeScalars.count == gap
    }
  }

  /// The clause of an amount: up to the commas and the like around it, but not those in parentheses
  /// that stand between a cue and its amount.
  private static func clause(around span: Range<Int>, _ text: FoldedText) -> Range<Int> {
    var (start, depth) = (span.lowerBound, 0)
    while start > 0, span.lowerBound - start < 60 {
      let letter = text.letter(start - 1)
      if letter == 0x29 { depth += 1 }
      if letter == 0x28 { depth -= 1 }
      if depth < 0 || depth == 0 && isBreak(start - 1, text) { break }
      start -= 1
    }
    var end = span.upperBound
    while end < text.count, end - span.upperBound < 30, !isBreak(end, text),
      text.letter(end) != 0x28, text.letter(end) != 0x29
    {
      end += 1
    }
    return start..<max(end, span.upperBound + 1)
  }

  private static func isBreak(_ offset: Int, _ text: FoldedText) -> Bool {
    switch text.letter(offset) {
    case 0x2C:
      return !(Letter.isDigit(text.letter(offset - 1)) && Letter.isDigit(text.letter(offset + 1)))
    case 0x2E: return text.letter(offset + 1) == 0x20
    case 0x3B, 0x3002, 0x21, 0x3F, 0x0A: return true
    default: return false
    }
  }
}
