/// A test of "no trend": its statistic and two-sided p-value.
public struct TrendTest: Sendable, Equatable {
  public let statistic: Double
  public let p: Double
}
