package import JSONText

/// One reading of what ends a phase: a rule over events, written before it is decided. Rivals of one
/// phase stand side by side.
package struct ShiftDefinition: Equatable, Sendable {
  package let sequence: String
  /// The phase that it would end.
  package let after: String
  /// The phase that would begin, such as `Reasoning models`.
  package let name: String
  /// Queries whose events speak for the shift; one is enough.
  package let events: [String]
  /// Queries whose events speak against it.
  package let against: [String]
  /// The shift has come once so many different actors have told such an event, and began with the first.
  package let actors: Int
  /// What would settle it, in words.
  package let settles: String
  package let mention: Mention

  package init(
    sequence: String, after: String, name: String, events: [String], against: [String] = [],
    actors: Int, settles: String, mention: Mention
  ) {
    self.sequence = sequence
    self.after = after
    self.name = name
    self.events = events
    self.against = against
    self.actors = actors
    self.settles = settles
    self.mention = mention
  }
}

extension ShiftDefinition {
  var json: JSON {
    .object([
      "sequence": .string(sequence), "after": .string(after), "name": .string(name),
      "events": .strings(events), "against": .strings(against), "actors": .number(Int64(actors)),
      "settles": .string(settles), "mention": mention.json,
    ])
  }

  init(json: JSON) throws(FieldError) {
    try self.init(json: json, name: "name", mention: Mention(json: json["mention"]))
  }

  /// `name` is the key under which the phase stands that would begin.
  package init(json: JSON, name: String, mention: Mention) throws(FieldError) {
    let actors = try json.optionalInteger("actors") ?? 1
    guard 1...100 ~= actors else {
      throw FieldError(key: "actors", problem: "should be a whole number from 1 to 100")
    }
    self.init(
      sequence: try json.text("sequence"), after: try json.text("after"),
      name: try json.text(name), events: try json.texts("events"),
      against: try json.texts("against"), actors: Int(actors),
      settles: try json.optionalText("settles") ?? "", mention: mention)
    guard !events.isEmpty else { throw json.missing("events") }
  }
}
