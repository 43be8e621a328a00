import EventModel
import Forecasting
import JSONText
public import Querying

/// The forecast ledger in words.
public enum LedgerPage {
  /// One forecast.
  public static func text(_ row: LedgerRow) -> String {
    let issue = row.issue
    var lines = [
      SafeText.line(issue.title), "", pageRow("forecast", "\(row.id)"),
      pageRow("made by", issue.forecaster),
      pageRow("as of", "\(issue.asOf)"), pageRow("standing", row.standing.rawValue),
      pageRow("rule", issue.rule.sentence),
    ]
    if let window = issue.window { lines.append(pageRow("expected", window.text)) }
    if let amount = issue.amount {
      lines.append(pageRow("expected", "\(amount.value) \(amount.unit)"))
    }
    if let law = issue.law {
      for part in law.components {
        let numbers = [part.weight, part.mu, part.scale, part.df].map(ForecastPage.number)
        lines.append(
          pageRow(
            "law",
            "weight \(numbers[0]): ln \(issue.unit.rawValue)s ~ t(\(numbers[3])), "
              + "location \(numbers[1]), scale \(numbers[2])"))
      }
    }
    if let resolution = row.resolution {
      let value = resolution.value.map { ": \(ForecastPage.number($0))" } ?? ": it did not happen"
      lines.append(pageRow("resolved", "\(resolution.date)\(value)"))
    }
    if let score = row.score {
      lines.append(
        pageRow(
          "score", "CRPS \(ForecastPage.number(score.crps)), PIT \(ForecastPage.number(score.pit))")
      )
    }
    if let annulment = row.annulment { lines.append(pageRow("annulled", annulment.reason)) }
    lines.append(pageRow("source", issue.mention.url ?? issue.mention.source))
    return lines.map { $0 + "\n" }.joined()
  }

  /// How all of them have fared.
  public static func text(_ card: ScoreCard) -> String {
    let count = card.count
    var lines = [
      "\(count.all) forecasts: \(count.open) open, \(count.overdue) overdue, \(count.resolved) "
        + "resolved, \(count.annulled) annulled",
      "without a law: \(card.plain.true) of \(card.plain.decided) that were decided came true",
    ]
    let calibration = card.calibration
    for (name, figure) in [
      ("inside the 50 % interval", calibration.coverage50),
      ("inside the 80 % interval", calibration.coverage80),
      ("inside the 95 % interval", calibration.coverage95),
      ("mean CRPS of ln duration", calibration.meanCRPS),
      ("mean log score", calibration.meanLogScore),
    ] {
      let value = figure.value.map(ForecastPage.number) ?? "too few"
      lines.append("\(name): \(value) (\(figure.count) forecasts)")
    }
    return lines.map { $0 + "\n" }.joined()
  }
}
