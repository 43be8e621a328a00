package import EventModel
import Projections

/// What dictionaries know of the names in a query.
package struct Vocabulary: Sendable {
  /// The standard name for any name of an actor; nil where no dictionary knows it.
  package let actor: @Sendable (String) -> String?
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
  /// A query whose actors stand under all names that they have in the log.
  func query(_ words: [String]) throws -> EventQuery {
    let names = try names()
    return try EventQuery(
      words.map(quoted).joined(separator: " "), canonical: actorName, type: type, saved: savedQuery,
      group: { names.group(try actorName($0)) }
    ).naming(names)
  }

  /// What a shell has taken out of its quotes, as in `actor:"Two Words"`, in quotes again, where somebody or
  /// some source is called so.
  package func quoted(_ word: String) throws -> String {
    guard let space = word.firstIndex(where: \.isWhitespace), !word.contains("\""),
      let colon = word[..<space].lastIndex(of: ":")
    else { return word }
    let quoted = "\(word[...colon])\"\(word[colon...].dropFirst())\""
    guard let token = try QueryToken.tokens(of: quoted).first, let key = token.key,
      try isName(token.value, of: key)
    else { return word }
    return quoted
  }

  private func isName(_ value: String, of key: String) throws -> Bool {
    switch key {
    case "actor", "group": try isTold(value) || vocabulary.actor(value) != nil
    case "source": try snapshot.hasSource(value)
    default: false
    }
  }

  /// Reads a query, to see whether it can be meant; one that is to be saved names no other.
  package func check(query: String) throws {
    _ = try EventQuery(query, canonical: actorName, type: type)
  }

  /// A query as it was kept, whose actors stand under the names that the log had then.
  func query(kept text: String) throws -> EventQuery {
    let names = try names()
    return try EventQuery(text, canonical: { $0 }, group: names.group).naming(names)
  }

  private func savedQuery(_ name: String) throws -> String {
    if let query = try snapshot.savedQueries(named: name).first?.query { return query }
    throw EventQuery.unknown(saved: name, among: try snapshot.savedQueries().map(\.name))
  }

  /// The name in the log that a typed one means: the same, or the same but for case, or the one that
  /// the dictionaries give for it in any language.
  package func actorName(_ name: String) throws -> String {
    try snapshot.actorName(name) ?? vocabulary.actor(name) ?? name
  }

  /// The same; throws where nobody is called so.
  package func knownActor(_ name: String) throws -> String {
    if let known = try snapshot.actorName(name) ?? vocabulary.actor(name) { return known }
    if try names().isKnown(name) { return name }
    throw try unknown(actor: name)
  }

  /// The name as the log has it, else as it is typed.
  package func nameAsTyped(_ name: String) throws -> String {
    try snapshot.actorName(name) ?? name
  }

  /// The same; throws where nobody is called so.
  package func toldActor(_ name: String) throws -> String {
    if let told = try snapshot.actorName(name) { return told }
    if try names().isKnown(name) || vocabulary.actor(name) != nil { return name }
    throw try unknown(actor: name)
  }

  /// Whether the log or a person has spoken of somebody of that name.
  func isTold(_ name: String) throws -> Bool {
    try snapshot.actorName(name) != nil || names().isKnown(name)
  }

  private func unknown(actor name: String) throws -> QueryError {
    QueryError(
      "nobody is called “\(name)”",
      hint: nearest(to: name, in: try snapshot.actorNames()).map { "did you mean “\($0)”?" }
        ?? "annals actors shows who has been told of")
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
