/// Something that happened in the industry, as one source tells it.
public struct Event: Hashable, Sendable {
  public var type: EventType
  /// Further types that fit as well, the likelier first; `type` is the first of all.
  public var furtherTypes: [EventType] = []
  /// One line that says what happened.
  public var title: String
  /// When it happened; nil when the source gives no hint.
  public var date: PartialDate?
  public var actors: [Actor]
  /// The models, products, papers or things that it is about.
  public var objects: [String]
  public var amounts: [Amount]
  public var stance: Stance
  public var polarity: Polarity
  /// Whose word it is, such as `The Information` or `据埃森哲测算`.
  public var attribution: String?
  /// How far it has got: planned, beta, ga, discontinued, rumoured, agreed, closed, terminated.
  public var phase: String?
  /// The time that a forecast is about.
  public var horizon: PartialDate?
  /// How the coding came about; nil for events that people wrote.
  public var evidence: Evidence?
  /// How likely it is industry news, 0...1; nil where nobody said, which counts as 1.
  public var scope: Double?
  /// How sure the coder is of single fields.
  public var probabilities: Probabilities?

  /// Calibrated chances, 0...1, that a field is right.
  public struct Probabilities: Hashable, Sendable {
    public var type: Double?
    public var actor: Double?

    public init(type: Double? = nil, actor: Double? = nil) {
      self.type = type
      self.actor = actor
    }
  }

  public init(
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

  /// 10...100; what a person wrote is taken at its word.
  public var confidence: Int { evidence?.confidence ?? 100 }
}
