package import EventModel
import Projections

/// What dictionaries know of the names in a query.
package struct Vocabulary: Sendable {
  /// The standard name for any name of an actor; nil where no dictionary knows it.
  let actor: @Sendable (String) -> String?
  /// The types of events; any is meant where none is known.
  let types: @Sendable () -> [EventType]

  package init(
    actor: @escaping @Sendable (String) -> String? = { _ in nil },
    types: @escaping @Sendable () -> [EventType] = { [] }
  ) {
    self.actor = actor
    self.types = types
  }
}

extension Question {
  /// A query whose actors stand under the names that the log has.
  func query(_ words: [String]) throws -> EventQuery {
    try EventQuery(
      words.joined(separator: " "), canonical: actorName, type: type, saved: savedQuery)
  }

  /// Reads a query, to see whether it can be meant; one that is to be saved names no other.
  package func check(query: String) throws {
    _ = try EventQuery(query, canonical: actorName, type: type)
  }

  private func savedQuery(_ name: String) throws -> String {
    if let query = try snapshot.savedQueries(named: name).first?.query { return query }
    throw EventQuery.unknown(saved: name, among: try snapshot.savedQueries().map(\.name))
  }

  /// The name in the log that a typed one means: the same, or the same but for case, or the one that
  /// the dictionaries give for it in any language.
  func actorName(_ name: String) throws -> String {
    try snapshot.actorName(name) ?? vocabulary.actor(name) ?? name
  }

  /// The text of a query with every actor under the name that the log has, checked by reading it.
  package func canonical(_ query: String) throws -> String {
    var text = query
    func standard(_ name: String) throws -> String {
      let standard = try actorName(name)
      if standard != name { text = text.replacing("actor:\(name)", with: "actor:\"\(standard)\"") }
      return standard
    }
    _ = try EventQuery(query, canonical: standard, type: type)
    return text
  }

  /// The type of events with a name that the dictionaries know or the log has.
  private func type(_ name: String) throws -> EventType {
    let (type, known) = (EventType(rawValue: name), vocabulary.types())
    if try known.isEmpty || known.contains(type) || snapshot.hasEvents(of: type) { return type }
    let names = known.map(\.rawValue)
    throw QueryError(
      "there is no type “\(name)”",
      hint: nearest(to: name, in: names).map { "did you mean “\($0)”?" }
        ?? "one of \(names.joined(separator: ", "))")
  }
}
