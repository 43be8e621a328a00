import EventModel
import JSONText

/// One change of every kind.
enum Sample {
  static let id = RecordID("00112233445566778899aabbccddeeff")!

  static let mention = Mention(
    item: id, source: "OFweek", url: "https://example.org/1",
    published: PartialDate(CivilDay("2023-05-15")!), title: "差距", quote: "亏损约达5.4亿美元",
    language: "zh")

  static let event = Event(
    type: .financialResult, title: "OpenAI lost about $540M in 2022",
    date: PartialDate(year: 2022), actors: [Actor("OpenAI", role: "company")],
    objects: ["ChatGPT"],
    amounts: [
      Amount(
        kind: .money, metric: "net_loss", value: ExactDecimal(540_000_000), unit: "USD",
        approximate: true, bound: .nearly, range: ExactDecimal(5)...ExactDecimal("6.5")!,
        period: PartialDate(year: 2022), direction: "up", span: 10..<16)
    ],
    stance: .rumoured, polarity: .denied, attribution: "业内传说", phase: "closed",
    horizon: PartialDate(year: 2023, quarter: 2),
    evidence: Evidence(trigger: "亏损", span: 0..<40, confidence: 55))

  static let coded: Event = {
    var event = Sample.event
    event.furtherTypes = [.metric]
    event.evidence?.coder = "d0"
    event.scope = 0.25
    event.probabilities = Event.Probabilities(type: 0.5, actor: 0.75)
    return event
  }()

  static let patch = try! EventPatch([
    .init("date", "2022-12"), .init("attribution", .null), .init("objects", .strings(["x"])),
  ])

  static let item = ItemObservation(
    feed: "https://example.org/feed", feedTitle: "Example", key: "guid-1", aliases: ["u:1"],
    url: "https://example.org/1", title: "T", summary: "S", content: "C", language: "en",
    claimed: "yesterday", published: Instant("2023-05-15T09:06:00Z"))

  static let changes: [Change] = [
    .itemObserved(item),
    .itemRevised(ItemRevision(item: id, current: item, changed: ["title"])),
    .eventReported(Report(event: event, mention: mention)),
    .eventMentioned(
      EventMention(
        of: id, report: Report(event: event, mention: mention), score: 0.75, reason: "same day")),
    .eventReported(Report(event: coded, mention: mention, act: id)),
    .eventAmended(
      EventAmendment(
        of: id, .whole(event), mention: mention, author: .coder("d0"), reason: "coded better")),
    .eventAmended(
      EventAmendment(
        of: id, .fields(patch), author: .person, act: id, reason: "typo")),
    .eventRetracted(EventRetraction(of: id, author: .person, act: id, reason: "hoax")),
    .eventsMerged(EventMerge(into: id, other: id, author: .person, reason: "same launch")),
    .actorLinked(
      ActorLink(
        "Facebook", .renamed, of: "Meta", since: PartialDate(CivilDay("2021-10-28")!), act: id)),
    .actorLinked(ActorLink("DeepMind", .part, of: "Alphabet", isOn: false)),
    .eventSplit(EventSplit(mention: id, author: .book("b"), reason: "other launch")),
    .eventsLinked(
      EventLink(
        from: id, to: id, stage: "confirms", score: 0.5, author: .coder("d"), reason: "days")),
    .eventTagged(EventTag(of: id, tag: "europe", isOn: false, act: id)),
    .eventStarred(EventStar(of: id, isOn: true)),
    .eventNoted(EventNote(of: id, text: "ask about the board seat")),
    .actUndone(ActUndoing(of: id, act: id, reason: "a slip")),
    .querySaved(SavedQuery(name: "rounds", query: "type:funding")),
    .reviewAnswered(ReviewAnswer(of: id, question: "type", answer: "funding", act: id)),
    .coverageStated(
      StatedCoverage(
        source: "f", until: PartialDate(year: 2023), author: .book("b"), reason: "complete")),
    .clockCorrected(
      ClockCorrection(
        from: Instant("2099-01-01T00:00:00Z")!, to: Instant("2026-01-01T00:00:00.5Z")!)),
    .logRestored(LogRestoration(position: 7, hash: "ab", reason: "a disk died")),
    .shiftDefined(
      ShiftDefinition(
        sequence: "nlp", after: "ChatGPT", name: "Agents", events: ["type:product-release agent"],
        against: ["type:incident agent"], actors: 3, settles: "a source", mention: mention)),
    .sequenceDefined(
      SequenceDefinition(
        sequence: "nlp", title: "NLP", unit: .year, query: "type:research", mention: mention)),
    .phaseBegan(
      PhaseBoundary(
        sequence: "nlp", phase: "Deep learning", date: PartialDate(year: 2010), mention: mention)),
    .phaseEnded(
      PhaseBoundary(
        sequence: "nlp", phase: "Deep learning", date: PartialDate(year: 2017), mention: mention)),
    .durationStated(
      StatedDuration(
        sequence: "nlp", phase: "Deep learning", value: ExactDecimal(10), unit: .year,
        roundedTo: ExactDecimal(5), mention: mention)),
    .forecastIssued(
      ForecastIssue(
        title: "the next phase", forecaster: "annals", asOf: CivilDay("2023-05-15")!,
        rule: .nextPhase(sequence: "nlp", after: "ChatGPT"),
        law: ForecastLaw(
          components: [.init(weight: 1, mu: 1.2872477132972864, scale: 0.1, df: 6.5)],
          elapsed: 0.45449256316009223),
        unit: .year, began: CivilDay("2022-11-30")!, window: PartialDate(year: 2025),
        amount: event.amounts[0], model: "bma/1", position: 4812, dataDigest: "00",
        priorDigest: "11", mention: mention)),
    .forecastIssued(
      ForecastIssue(
        title: "revenue", forecaster: "OpenAI", asOf: CivilDay("2023-05-15")!,
        rule: .metric(actor: "OpenAI", metric: "revenue", period: PartialDate(year: 2023)),
        mention: mention)),
    .forecastIssued(
      ForecastIssue(
        title: "doomsday", forecaster: "von Foerster", asOf: CivilDay("1960-11-04")!,
        rule: .judged("the population is infinite on that day"), mention: mention)),
    .forecastResolved(
      ForecastResolution(
        of: id, by: id, date: CivilDay("2024-09-12")!, value: 1.79, mention: mention)),
    .forecastAnnulled(ForecastAnnulment(of: id, reason: "nobody can tell")),
  ]
}
