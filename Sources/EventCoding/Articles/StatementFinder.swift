import EventModel

/// Finds the statements of a sentence: who, which metric, how much, of what period.
struct StatementFinder {
  private(set) var statements: [Statement] = []

  init(_ passage: Passage) {
    for (amount, cue) in AmountBinder(passage).bound {
      guard let span = amount.span, !StatementFinder.isFigurative(span, passage) else { continue }
      guard let metric = amount.metric ?? carried(amount, passage) else {
        continueLast(with: amount)
        continue
      }
      if Statement.dependents.contains(metric), !statements.isEmpty {
        continueLast(with: amount)
        continue
      }
      let types = passage.context.dictionary.types
      guard let type = types.type(measuredBy: metric) else { continue }
      let actors = StatementFinder.actors(of: span, type, passage)
      guard !actors.isEmpty else { continue }
      if let last = statements.last, last.metric == metric, last.actors == actors,
        isSameAmount(last.amounts, amount)
      {
        continueLast(with: amount)
        continue
      }
      var bound = amount
      bound.metric = metric
      if bound.period == nil, StatementFinder.flows.contains(metric),
        let last = passage.context.lastPeriod,
        actors.map({ passage.context.dictionary.actors[$0].name }) == [last.actor]
      {
        bound.period = last.period
      }
      statements.append(
        Statement(
          metric: metric,
          type: StatementFinder.isForecast(span, passage) ? types[.forecast] ?? type : type,
          actors: actors,
          amounts: [bound], span: StatementFinder.clause(around: span, passage),
          trigger: cue.map { passage.text.quote($0.range) } ?? passage.text.quote(span)))
    }
  }

  /// Metrics that are meaningless without a period.
  private static let flows: Set<String> = [
    "revenue", "net_profit", "net_loss", "ebitda", "operating_profit", "gross_profit",
  ]

  /// 百亿美元地投入, 历经近七十年: an amount for colour, or the time that went by.
  private static func isFigurative(_ span: Range<Int>, _ passage: Passage) -> Bool {
    if passage.text.letter(span.upperBound) == 0x5730 { return true }
    return ["经过", "历经"].contains { passage.text.contains($0, at: span.lowerBound - 2) }
  }

  /// 这比2021年的600亿美元增长了30%: what the sentence before measured.
  private func carried(_ amount: Amount, _ passage: Passage) -> String? {
    amount.kind == .money && statements.isEmpty ? passage.context.metric : nil
  }

  /// 预估, 将, 如果: what is not yet so.
  private static func isForecast(_ span: Range<Int>, _ passage: Passage) -> Bool {
    let clause = clause(around: span, passage)
    let before = passage.text.letters[clause.lowerBound..<span.lowerBound]
    return ["预估", "预计", "预期", "将进一步", "可能是", "will ", "is expected to"].contains {
      before.contains(subsequence: $0.folded)
    }
  }

  private mutating func continueLast(with amount: Amount) {
    guard let last = statements.indices.last, let span = amount.span else { return }
    statements[last].amounts.append(amount)
    statements[last].span =
      statements[last].span.lowerBound..<max(statements[last].span.upperBound, span.upperBound)
  }

  /// One amount in two currencies, or the two ends of a change.
  private func isSameAmount(_ amounts: [Amount], _ amount: Amount) -> Bool {
    guard let last = amounts.last, let end = last.span?.upperBound,
      let start = amount.span?.lowerBound
    else { return false }
    if amount.kind != .money { return last.unit == amount.unit && start - end < 6 }
    guard last.unit != amount.unit else { return false }
    return start - end <= 10 && last.period == amount.period
  }

  /// The company named last before an amount, or right after it (亏了30多亿元的OpenAI), or carried over;
  /// for an investment all that are named before it.
  private static func actors(of span: Range<Int>, _ type: TypeEntry, _ passage: Passage) -> [Int] {
    let dictionary = passage.context.dictionary
    let companies = passage.hits.filter {
      $0.term.group == .actor
        && !["government", "person"].contains(dictionary.actors[Int($0.term.value)].kind)
    }
    func index(_ hit: Hit) -> Int { Int(hit.term.value) }
    if passage.text.letter(span.upperBound) == 0x7684,
      let after = companies.first(where: { 0...1 ~= $0.range.lowerBound - span.upperBound })
    {
      return [index(after)]
    }
    let before = companies.filter { $0.range.upperBound <= span.lowerBound }
    if type.type == .funding {
      var all: [Int] = []
      for hit in before where !all.contains(index(hit)) { all.append(index(hit)) }
      if !all.isEmpty { return all }
    }
    return (before.last.map(index) ?? passage.context.subject ?? companies.first.map(index)).map {
      [$0]
    } ?? []
  }

  private static func clause(around span: Range<Int>, _ passage: Passage) -> Range<Int> {
    var start = span.lowerBound
    while start > passage.head.lowerBound, passage.text.letter(start - 1) != 0x3B,
      passage.text.letter(start - 1) != 0x2C
    { start -= 1 }
    return start..<span.upperBound
  }
}
