import JSONText

/// What a person says of the name of an actor: whose name it is, since when it is called otherwise, of whom
/// it is a part.
package struct ActorLink: Equatable, Sendable {
  package enum Relation: String, Sendable, CaseIterable {
    /// It is another name of an actor.
    case same
    /// The actor is called otherwise from a day on.
    case renamed
    /// It is a part of an actor, such as a subsidiary.
    case part
  }

  package let name: String
  package let relation: Relation
  /// The other name.
  package let of: String
  /// From when on; nil where that is not said.
  package let since: PartialDate?
  /// False takes it back: the name is that of an actor of its own, or no part of the other.
  package let isOn: Bool
  /// The hand command that this belongs to.
  package let act: RecordID?

  package init(
    _ name: String, _ relation: Relation, of other: String, since: PartialDate? = nil,
    isOn: Bool = true, act: RecordID? = nil
  ) {
    self.name = name
    self.relation = relation
    self.of = other
    self.since = since
    self.isOn = isOn
    self.act = act
  }

  /// The same, said by a hand command.
  package func said(by act: RecordID) -> ActorLink {
    ActorLink(name, relation, of: of, since: since, isOn: isOn, act: act)
  }
}

extension ActorLink {
  var json: JSON {
    .object([
      "name": .string(name),
      "relation": .string(relation.rawValue),
      "of": .string(of),
      "since": since.map { .string($0.text) },
      "isOn": .bool(isOn),
      "act": act.map(\.json),
    ])
  }

  init(json: JSON) throws(FieldError) {
    guard let relation = try json.word("relation", Relation.self, of: "relation") else {
      throw FieldError(key: "relation", problem: "is missing")
    }
    self.init(
      try json.text("name"), relation, of: try json.text("of"),
      since: try json.optionalDate("since"), isOn: try json.optionalBool("isOn") ?? true,
      act: try json.optionalRecordID("act"))
  }
}
