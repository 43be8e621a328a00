import EventModel

/// Finds the statements of a sentence: who, which metric, how much, of what period.
struct StatementFinder {
  private(set) var statements: [Statement] = []

  init(_ passage: Passage) {
    let dictionary = passage.context.dictionary
    let amounts = AmountBinder(passage, .financialResult).bound
    for (amount, cue) in amounts {
      guard let metric = amount.metric, let span = amount.span, let cue else {
        continueLast(with: amount, passage)
        continue
      }
      if Statement.dependents.contains(metric), !statements.isEmpty {
        continueLast(with: amount, passage)
        continue
      }
      guard let type = Statement.type(of: metric, amount.kind),
        let actor = StatementFinder.actor(of: span, passage, dictionary)
      else { continue }
      if let last = statements.last, last.metric == metric, last.actor == actor,
        isSameAmount(last.amounts, amount, passage)
      {
        continueLast(with: amount, passage)
        continue
      }
      let clause = StatementFinder.clause(around: span, passage)
      statements.append(
        Statement(metric: metric, type: type, actor: actor, amounts: [amount], span: clause, cue: cue))
    }
  }

  private mutating func continueLast(with amount: Amount, _ passage: Passage) {
    guard let last = statements.indices.last, let span = amount.span else { return }
    statements[last].amounts.append(amount)
    statements[last].span = statements[last].span.lowerBound..<max(statements[last].span.upperBound, span.upperBound)
  }

  /// One amount in two currencies, or the two ends of a change.
  private func isSameAmount(_ amounts: [Amount], _ amount: Amount, _ passage: Passage) -> Bool {
    guard let last = amounts.last, let end = last.span?.upperBound, let start = amount.span?.lowerBound else { return false }
    if amount.kind != .money { return last.unit == amount.unit && start - end < 6 }
    guard last.unit != amount.unit else { return false }
    return start - end <= 10 && last.period == amount.period
  }

  /// The company named last before an amount, or right after it (亏了30多亿元的OpenAI), or carried over.
  private static func actor(
    of span: Range<Int>, _ passage: Passage, _ dictionary: CodingDictionary
  ) -> Int? {
    let companies = passage.hits.compactMap { hit -> (Int, Range<Int>)? in
      switch hit.term.group {
      case .actor where !["government", "person"].contains(dictionary.actors[Int(hit.term.value)].kind):
        (Int(hit.term.value), hit.range)
      case .object: nil
      default: nil
      }
    }
    if let after = companies.first(where: { $0.1.lowerBound >= span.upperBound && $0.1.lowerBound - span.upperBound <= 1 }),
      passage.text.letter(span.upperBound) == 0x7684
    {
      return after.0
    }
    return companies.last { $0.1.upperBound <= span.lowerBound }?.0 ?? passage.context.subject ?? companies.first?.0
  }

  private static func clause(around span: Range<Int>, _ passage: Passage) -> Range<Int> {
    var start = span.lowerBound
    while start > passage.head.lowerBound, passage.text.letter(start - 1) != 0x3B, passage.text.letter(start - 1) != 0x2C { start -= 1 }
    return start..<span.upperBound
  }
}
