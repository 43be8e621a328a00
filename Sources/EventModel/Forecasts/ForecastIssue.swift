import JSONText

/// A forecast as it was made: by annals from its log, or by somebody in public.
package struct ForecastIssue: Hashable, Sendable {
  /// One line that says what is forecast.
  package let title: String
  /// `annals`, or who made it.
  package let forecaster: String
  /// The day whose knowledge it uses.
  package let asOf: CivilDay
  /// Until when the log could have known that the phase had ended: what the law was conditioned on;
  /// nil where that is not said, as before annals asked for it.
  package let knownUntil: CivilDay?
  package var rule: ResolutionRule
  /// The distribution of the current phase's whole length, in `unit` from `began` on; nil for
  /// forecasts that give no distribution.
  package let law: ForecastLaw?
  package let unit: DurationUnit
  package let began: CivilDay?
  /// The time in which it should come true, where that is all that was said.
  package let window: PartialDate?
  /// The amount that should come true, where that was said.
  package let amount: Amount?
  /// The chance that it comes true in its window, 0...1, where that was said.
  package let probability: Double?
  /// How the law was made, such as `bma/1`.
  package let model: String?
  /// The last position that was read, so that the law can be made again.
  package let position: Int64?
  /// SHA-256 of the data and of the prior's reference class, in hexadecimal digits.
  package let dataDigest: String?
  package let priorDigest: String?
  package let mention: Mention
  /// The hand command that this belongs to.
  package var act: RecordID?

  package init(
    title: String, forecaster: String, asOf: CivilDay, knownUntil: CivilDay? = nil,
    rule: ResolutionRule, law: ForecastLaw? = nil, unit: DurationUnit = .year,
    began: CivilDay? = nil,
    window: PartialDate? = nil, amount: Amount? = nil, probability: Double? = nil,
    model: String? = nil,
    position: Int64? = nil, dataDigest: String? = nil, priorDigest: String? = nil,
    mention: Mention, act: RecordID? = nil
  ) {
    self.title = title
    self.forecaster = forecaster
    self.asOf = asOf
    self.knownUntil = knownUntil
    self.rule = rule
    self.law = law
    self.unit = unit
    self.began = began
    self.window = window
    self.amount = amount
    self.probability = probability
    self.model = model
    self.position = position
    self.dataDigest = dataDigest
    self.priorDigest = priorDigest
    self.mention = mention
    self.act = act
  }
}

extension ForecastIssue {
  var json: JSON {
    .object([
      "title": .string(title),
      "forecaster": .string(forecaster),
      "asOf": .string(asOf.description),
      "knownUntil": knownUntil.map { .string($0.description) },
      "rule": rule.json,
      "law": law.map(\.json),
      "unit": .string(unit.rawValue),
      "began": began.map { .string($0.description) },
      "window": window.map { .string($0.text) },
      "amount": amount.map(\.json),
      "probability": probability.map(JSON.number),
      "model": model.map(JSON.string),
      "position": position.map(JSON.number),
      "dataDigest": dataDigest.map(JSON.string),
      "priorDigest": priorDigest.map(JSON.string),
      "mention": mention.json,
      "act": act.map(\.json),
    ])
  }

  init(json: JSON) throws(FieldError) {
    self.init(
      title: try json.text("title"), forecaster: try json.text("forecaster"),
      asOf: try json.day("asOf"), knownUntil: try json.optionalDate("knownUntil")?.first,
      rule: try ResolutionRule(json: json["rule"] ?? .null),
      law: try json["law"].map { law throws(FieldError) in try ForecastLaw(json: law) },
      unit: try json.word("unit", DurationUnit.self, of: "unit") ?? .year,
      began: try json.optionalDate("began")?.first, window: try json.optionalDate("window"),
      amount: try json["amount"].map { amount throws(FieldError) in try Amount(json: amount) },
      probability: try json.optionalDouble("probability"),
      model: try json.optionalText("model"), position: try json.optionalInteger("position"),
      dataDigest: try json.optionalText("dataDigest"),
      priorDigest: try json.optionalText("priorDigest"),
      mention: try Mention(json: json["mention"]),
      act: try json.optionalRecordID("act"))
    if let probability, !(0...1 ~= probability) {
      throw FieldError(key: "probability", problem: "should lie between 0 and 1")
    }
  }
}
