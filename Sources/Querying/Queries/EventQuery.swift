package import EventModel
package import Projections

/// A query over events: `actor:OpenAI type:funding amount:>1B not:stance:rumoured "data centre"`.
///
/// Different keys must all hold, values of one key are alternatives, `not:` takes away, and words
/// without a key are searched for.
package struct EventQuery: Equatable, Sendable {
  package private(set) var filter = ReportFilter()
  package private(set) var exclusions: [ReportFilter] = []

  /// `canonical` gives an actor's standard name for any of its names, `type` the type of events with
  /// a name; it throws where there is none.
  package init(
    _ text: String, canonical: (String) throws -> String,
    type: (String) throws -> EventType = EventType.init(rawValue:)
  ) throws {
    for token in try QueryToken.tokens(of: text) {
      if token.isExclusion {
        var exclusion = ReportFilter()
        try EventQuery.add(token, to: &exclusion, type, canonical)
        exclusions.append(exclusion)
      } else {
        try EventQuery.add(token, to: &filter, type, canonical)
      }
    }
  }

  package static let keys = [
    "actor", "amount", "id", "lang", "metric", "not", "polarity", "source", "stance", "type",
  ]

  private static func add(
    _ token: QueryToken, to filter: inout ReportFilter, _ type: (String) throws -> EventType,
    _ canonical: (String) throws -> String
  ) throws {
    switch token.key {
    case nil: filter.words.append(token.value)
    case "actor": filter.actors.append(try canonical(token.value))
    case "type": filter.types.append(try type(token.value))
    case "stance": filter.stances.append(try word(token, Stance.self))
    case "polarity": filter.polarities.append(try word(token, Polarity.self))
    case "lang": filter.languages.append(token.value.lowercased())
    case "source": filter.sources.append(token.value)
    case "metric": filter.metrics.append(token.value)
    case "id": filter.ids.append(token.value)
    case "amount": filter.amounts.append(try AmountCondition(reading: token.value))
    case let key?:
      throw QueryError(
        "there is no key “\(key):” in queries",
        hint: nearest(to: key, in: keys).map { "did you mean “\($0):”?" }
          ?? "the keys are \(keys.joined(separator: ", "))")
    }
  }

  private static func word<Word: RawRepresentable & CaseIterable>(
    _ token: QueryToken, _: Word.Type
  ) throws(QueryError) -> Word where Word.RawValue == String {
    if let word = Word(rawValue: token.value) { return word }
    let known = Word.allCases.map(\.rawValue)
    throw QueryError(
      "there is no \(token.key!) “\(token.value)”",
      hint: nearest(to: token.value, in: known).map { "did you mean “\($0)”?" }
        ?? "one of \(known.joined(separator: ", "))")
  }
}
