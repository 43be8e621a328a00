import JSONText

/// How long a phase lasted, in a source's words, beside what its boundaries say.
package struct StatedDuration: Equatable, Sendable {
  package let sequence: String
  package let phase: String
  package let value: ExactDecimal
  package let unit: DurationUnit
  /// The step to which the source rounded, in `unit`: 40 rounded to 10 means 35...45.
  package let roundedTo: ExactDecimal?
  package let mention: Mention

  package init(
    sequence: String, phase: String, value: ExactDecimal, unit: DurationUnit,
    roundedTo: ExactDecimal? = nil, mention: Mention
  ) {
    self.sequence = sequence
    self.phase = phase
    self.value = value
    self.unit = unit
    self.roundedTo = roundedTo
    self.mention = mention
  }
}

extension StatedDuration {
  var json: JSON {
    .object([
      "sequence": .string(sequence), "phase": .string(phase),
      "value": .string(value.description), "unit": .string(unit.rawValue),
      "roundedTo": roundedTo.map { .string($0.description) }, "mention": mention.json,
    ])
  }

  init(json: JSON) throws(FieldError) {
    self.init(
      sequence: try json.text("sequence"), phase: try json.text("phase"),
      value: try json.decimal("value"),
      unit: try json.word("unit", DurationUnit.self, of: "unit") ?? .year,
      roundedTo: try json.optionalDecimal("roundedTo"),
      mention: try Mention(json: json["mention"]))
  }
}
