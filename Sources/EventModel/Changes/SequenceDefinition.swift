import JSONText

/// A named series of phases, and what it is a series of.
package struct SequenceDefinition: Equatable, Sendable {
  /// The short name, such as `nlp`.
  package let sequence: String
  package let title: String
  /// The unit in which its durations are told: `year`, `month` or `day`.
  package let unit: DurationUnit
  /// The query whose events begin its phases; nil when phases are stated one by one.
  package let query: String?
  package let mention: Mention
  /// The hand command that this belongs to.
  package var act: RecordID?

  package init(
    sequence: String, title: String, unit: DurationUnit, query: String? = nil, mention: Mention,
    act: RecordID? = nil
  ) {
    self.sequence = sequence
    self.title = title
    self.unit = unit
    self.query = query
    self.mention = mention
    self.act = act
  }
}

extension SequenceDefinition {
  var json: JSON {
    .object([
      "sequence": .string(sequence), "title": .string(title), "unit": .string(unit.rawValue),
      "query": query.map(JSON.string), "mention": mention.json,
      "act": act.map(\.json),
    ])
  }

  init(json: JSON) throws(FieldError) {
    self.init(
      sequence: try json.text("sequence"), title: try json.text("title"),
      unit: try json.word("unit", DurationUnit.self, of: "unit") ?? .year,
      query: try json.optionalText("query"), mention: try Mention(json: json["mention"]),
      act: try json.optionalRecordID("act"))
  }
}
