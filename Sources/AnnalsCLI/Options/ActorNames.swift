import EventModel
import Projections
import Querying

/// Names of actors as people type them → the names in the log.
struct ActorNames {
  let snapshot: Snapshot

  init(_ snapshot: Snapshot) { self.snapshot = snapshot }

  func query(_ words: [String]) throws -> EventQuery {
    let known = try snapshot.actorNames()
    return try EventQuery(words.joined(separator: " ")) { ActorNames.canonical($0, among: known) }
  }

  /// The name in the log that a typed one means: the same, or the same but for case.
  static func canonical(_ name: String, among known: [String]) -> String {
    if known.contains(name) { return name }
    let folded = name.lowercased()
    return known.first { $0.lowercased() == folded } ?? name
  }
}
