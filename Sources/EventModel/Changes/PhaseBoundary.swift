import JSONText

/// The beginning or the end of a phase. A later record about the same boundary replaces it.
package struct PhaseBoundary: Equatable, Sendable {
  package let sequence: String
  package let phase: String
  package let date: PartialDate
  package let mention: Mention
  /// The hand command that this belongs to.
  package let act: RecordID?

  package init(
    sequence: String, phase: String, date: PartialDate, mention: Mention, act: RecordID? = nil
  ) {
    self.sequence = sequence
    self.phase = phase
    self.date = date
    self.mention = mention
    self.act = act
  }
}

extension PhaseBoundary {
  var json: JSON {
    .object([
      "sequence": .string(sequence), "phase": .string(phase), "date": .string(date.text),
      "mention": mention.json, "act": act.map(\.json),
    ])
  }

  init(json: JSON) throws(FieldError) {
    self.init(
      sequence: try json.text("sequence"), phase: try json.text("phase"),
      date: try json.date("date"), mention: try Mention(json: json["mention"]),
      act: try json.optionalRecordID("act"))
  }
}
