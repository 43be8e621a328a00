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
  /// a name, `saved` the query under a name, `group` the names of an actor and its parts; they throw
  /// where there is none.
  package init(
    _ text: String, canonical: (String) throws -> String,
    type: (String) throws -> EventType = EventType.init(rawValue:),
    saved: (String) throws -> String = { throw EventQuery.unknown(saved: $0, among: []) },
    group: (String) throws -> [String] = { [$0] }
  ) throws {
    let tokens = try QueryToken.tokens(of: text).flatMap { token in
      token.key == "saved" && !token.isExclusion
        ? try QueryToken.tokens(of: saved(token.value)) : [token]
    }
    for token in tokens {
      if token.isExclusion {
        var exclusion = ReportFilter()
        try EventQuery.add(token, to: &exclusion, type, canonical, group)
        exclusions.append(exclusion)
      } else {
        try EventQuery.add(token, to: &filter, type, canonical, group)
      }
    }
  }

  /// The same, each of whose actors stands under all its names.
  func naming(_ names: ActorNames) -> EventQuery {
    func named(_ filter: ReportFilter) -> ReportFilter {
      var filter = filter
      filter.actors = filter.actors.flatMap(names.all)
      return filter
    }
    var query = self
    query.filter = named(filter)
    query.exclusions = exclusions.map(named)
    return query
  }

  /// The words and phrases of a text that is no query: a colon has no meaning in it.
  static func words(of text: String) throws(QueryError) -> [String] {
    try QueryToken.tokens(of: text).map { token in
      (token.isExclusion ? "not:" : "") + (token.key.map { "\($0):" } ?? "") + token.value
    }
  }

  package static let keys = [
    "actor", "amount", "group", "id", "is", "lang", "metric", "not", "polarity", "saved", "source",
    "stance",
    "tag", "type",
  ]

  private static func add(
    _ token: QueryToken, to filter: inout ReportFilter, _ type: (String) throws -> EventType,
    _ canonical: (String) throws -> String, _ group: (String) throws -> [String]
  ) throws {
    switch token.key {
    case nil: filter.words.append(token.value)
    case "actor": filter.actors.append(try canonical(token.value))
    case "group": filter.actors += try group(token.value)
    case "type": filter.types.append(try type(token.value))
    case "stance": filter.stances.append(try word(token, Stance.self))
    case "polarity": filter.polarities.append(try word(token, Polarity.self))
    case "lang": filter.languages.append(token.value.lowercased())
    case "source": filter.sources.append(token.value)
    case "metric": filter.metrics.append(token.value)
    case "tag": filter.tags.append(token.value)
    case "is": filter.marks.append(try mark(token))
    case "saved":
      throw QueryError("a saved query stands in no other, and after no not:")
    case "id": filter.ids.append(token.value)
    case "amount": filter.amounts.append(try AmountCondition(reading: token.value))
    case let key?:
      throw QueryError(
        "there is no key “\(key):” in queries",
        hint: nearest(to: key, in: keys).map { "did you mean “\($0):”?" }
          ?? "the keys are \(keys.joined(separator: ", "))")
    }
  }

  package static func unknown(saved name: String, among names: [String]) -> QueryError {
    QueryError(
      "no query is saved as “\(name)”",
      hint: nearest(to: name, in: names).map { "did you mean “\($0)”?" }
        ?? "keep one with: annals save \(name) QUERY")
  }

  private static func mark(_ token: QueryToken) throws(QueryError) -> MarkKind {
    let words = ["starred": MarkKind.star, "noted": .note, "tagged": .tag]
    if let mark = words[token.value] { return mark }
    throw QueryError(
      "nothing is “\(token.value)” in queries",
      hint: nearest(to: token.value, in: words.keys.sorted()).map { "did you mean “is:\($0)”?" }
        ?? "is:starred, is:noted or is:tagged")
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
