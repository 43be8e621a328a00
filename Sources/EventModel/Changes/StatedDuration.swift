import JSONText

/// How long a phase lasted, in a source's words, beside what its boundaries say.
public struct StatedDuration: Equatable, Sendable {
  public let sequence: String
  public let phase: String
  public let value: ExactDecimal
  public let unit: DurationUnit
  /// The step to which the source rounded, in `unit`: 40 rounded to 10 means 35...45.
  public let roundedTo: ExactDecimal?
  public let mention: Mention

  public init(
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
