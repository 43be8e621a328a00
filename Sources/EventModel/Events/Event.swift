/// Something that happened in the industry, as one source tells it.
package struct Event: Hashable, Sendable {
  package var type: EventType
  /// Further types that fit as well, the likelier first; `type` is the first of all.
  package var furtherTypes: [EventType] = []
  /// One line that says what happened.
  package var title: String
  /// When it happened; nil when the source gives no hint.
  package var date: PartialDate?
  package var actors: [Actor]
  /// The models, products, papers or things that it is about.
  package var objects: [String]
  package var amounts: [Amount]
  package var stance: Stance
  package var polarity: Polarity
  /// Whose word it is, such as `The Information` or `据埃森哲测算`.
  package var attribution: String?
  /// How far it has got: considered, planned, beta, ga, discontinued, rumoured, talks, agreed, closed,
  /// terminated.
  package var phase: String?
  /// The time that a forecast is about.
  package var horizon: PartialDate?
  /// How the coding came about; nil for events that people wrote.
  package var evidence: Evidence?
  /// How likely it is industry news, 0...1; nil where nobody said, which counts as 1.
  package var scope: Double?
  /// How sure the coder is of single fields.
  package var probabilities: Probabilities?

  /// Calibrated chances, 0...1, that a field is right.
  package struct Probabilities: Hashable, Sendable {
    package var type: Double?
    package var actor: Double?

    package init(type: Double? = nil, actor: Double? = nil) {
      self.type = type
      self.actor = actor
    }
  }

  package init(
    type: EventType, title: String, date: PartialDate? = nil, actors: [Actor] = [],
    objects: [String] = [], amounts: [Amount] = [], stance: Stance = .reported,
    polarity: Polarity = .asserted, attribution: String? = nil, phase: String? = nil,
    horizon: PartialDate? = nil, evidence: Evidence? = nil
  ) {
    self.type = type
    self.title = title
    self.date = date
    self.actors = actors
    self.objects = objects
    self.amounts = amounts
    self.stance = stance
    self.polarity = polarity
    self.attribution = attribution
    self.phase = phase
    self.horizon = horizon
    self.evidence = evidence
  }

  /// The chance of being industry news from which an event is shown without being asked for.
  package static let scopeLine = 0.5

  /// Whether it is shown where nobody asks for what lies outside the industry too.
  package var isInScope: Bool { (scope ?? 1) >= Event.scopeLine }

  /// 10...100; what a person wrote is taken at its word.
  package var confidence: Int { evidence?.confidence ?? 100 }
}
