package import EventModel

/// Which events are asked for. Different fields must all hold; of the values of one field, one is
/// enough. An event is found when one of its reports fits.
package struct ReportFilter: Equatable, Sendable {
  package var actors: [String] = []
  package var types: [EventType] = []
  package var stances: [Stance] = []
  package var polarities: [Polarity] = []
  package var languages: [String] = []
  package var sources: [String] = []
  package var metrics: [String] = []
  package var amounts: [AmountCondition] = []
  /// Words or phrases that must all be found.
  package var words: [String] = []
  package var ids: [String] = []
  /// Words that people have put beside the event.
  package var tags: [String] = []
  /// What else people have put beside it.
  package var marks: [MarkKind] = []

  package init() {}

  init(actors: [String]) { self.actors = actors }
  init(types: [EventType]) { self.types = types }

  package var isEmpty: Bool { self == ReportFilter() }
}

/// A bound on an amount, such as more than 1 billion of a currency.
package struct AmountCondition: Hashable, Sendable {
  package enum Relation: String, Sendable {
    case over = ">", atLeast = ">=", under = "<", atMost = "<="
  }

  package let relation: Relation
  package let value: ExactDecimal
  /// A currency or unit; nil for any.
  package let unit: String?

  package init(_ relation: Relation, _ value: ExactDecimal, unit: String?) {
    self.relation = relation
    self.value = value
    self.unit = unit
  }
}
