import EventModel

/// An amount and what it says of whom: the smallest fact of a sentence.
struct Statement {
  let metric: String
  var type: EventType
  var actors: [Int]
  var amounts: [Amount]
  /// Where the statement begins and ends in the article.
  var span: Range<Int>
  /// The words that named the metric.
  let trigger: String

  /// The type of event that an amount of this metric is.
  static func type(of metric: String, _ kind: AmountKind) -> EventType? { types[metric] }

  private static let types: [String: EventType] = [
    "revenue": .financialResult, "net_profit": .financialResult, "net_loss": .financialResult,
    "ebitda": .financialResult, "operating_profit": .financialResult,
    "gross_profit": .financialResult,
    "valuation": .financialResult, "cash": .financialResult, "cash_flow": .financialResult,
    "margin": .financialResult, "market_cap": .capitalMarket, "investment": .funding,
    "funding": .funding,
    "users": .metric, "subscribers": .metric, "gpu_count": .metric, "customers": .metric,
    "training_time": .metric, "survey": .metric, "shipments": .metric, "orders": .metric,
    "downloads": .metric, "bandwidth": .metric, "cost_saving": .metric, "work_share": .metric,
    "performance": .metric, "score": .research, "signatories": .advocacy, "pause": .advocacy,
    "layoffs": .personnel, "phase_duration": .metric, "parameters": .modelRelease,
    "revenue_forecast": .forecast,
    "iops": .metric, "accuracy": .research, "trends": .research, "uptime": .incident,
  ]
  /// Changes and shares that belong to the statement before them.
  static let dependents: Set<String> = ["growth", "share", "margin"]
}
