import EventCoding
import EventModel
import Projections
import Querying

/// Names of actors as people type them → the names in the log.
struct ActorNames {
  let snapshot: Snapshot

  init(_ snapshot: Snapshot) { self.snapshot = snapshot }

  func query(_ words: [String]) throws -> EventQuery {
    let known = try snapshot.actorNames()
    return try EventQuery(
      words.joined(separator: " "), canonical: { ActorNames.canonical($0, among: known) },
      type: type)
  }

  /// The query with every actor under the name that the log has, checked by reading it.
  func canonical(_ query: String) throws -> String {
    let known = try snapshot.actorNames()
    var text = query
    func standard(_ name: String) -> String {
      let standard = ActorNames.canonical(name, among: known)
      if standard != name { text = text.replacing("actor:\(name)", with: "actor:\"\(standard)\"") }
      return standard
    }
    _ = try EventQuery(query, canonical: standard, type: type)
    return text
  }

  /// The type of events with a name that the dictionary knows or the log has.
  private func type(_ name: String) throws -> EventType {
    let type = EventType(rawValue: name)
    let known = EventTypes.bundled.all
    if try known.contains(type) || snapshot.hasEvents(of: type) { return type }
    let names = known.map(\.rawValue)
    throw QueryError(
      "there is no type “\(name)”",
      hint: nearest(to: name, in: names).map { "did you mean “\($0)”?" }
        ?? "one of \(names.joined(separator: ", "))")
  }

  /// The name in the log that a typed one means: the same, or the same but for case, or the one that
  /// the dictionaries give for it in any language.
  static func canonical(_ name: String, among known: [String]) -> String {
    if known.contains(name) { return name }
    let folded = name.lowercased()
    if let same = known.first(where: { $0.lowercased() == folded }) { return same }
    return CodingDictionary.bundled.canonical(name) ?? name
  }
}
