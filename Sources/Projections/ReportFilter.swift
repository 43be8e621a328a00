public import EventModel

/// Which events are asked for. Different fields must all hold; of the values of one field, one is
/// enough. An event is found when one of its reports fits.
public struct ReportFilter: Equatable, Sendable {
  public var actors: [String] = []
  public var types: [EventType] = []
  public var stances: [Stance] = []
  public var polarities: [Polarity] = []
  public var languages: [String] = []
  public var sources: [String] = []
  public var metrics: [String] = []
  public var amounts: [AmountCondition] = []
  /// Words or phrases that must all be found.
  public var words: [String] = []
  public var ids: [String] = []

  public init() {}

  public var isEmpty: Bool { self == ReportFilter() }
}

/// A bound on an amount, such as more than 1 billion of a currency.
public struct AmountCondition: Hashable, Sendable {
  public enum Relation: String, Sendable {
    case over = ">", atLeast = ">=", under = "<", atMost = "<="
  }

  public let relation: Relation
  public let value: ExactDecimal
  /// A currency or unit; nil for any.
  public let unit: String?

  public init(_ relation: Relation, _ value: ExactDecimal, unit: String?) {
    self.relation = relation
    self.value = value
    self.unit = unit
  }
}
