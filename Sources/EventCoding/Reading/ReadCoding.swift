import EventModel

extension EventCoder {
  /// What of a reading holds of an item, how much of it was dropped, and whether the coder by itself
  /// finds another first type, or an event where the reader finds none.
  ///
  /// `believed` is nil where nothing holds.
  package func proof(
    of reading: Reading, in item: ItemText
  ) -> (believed: Reading?, dropped: Int, isDisputed: Bool) {
    let passage = passage(of: item)
    let proof = Proof(of: reading, in: passage)
    let alone = PassageCoder(passage: passage, coder: self, explains: false).coded()
    return (
      proof.reading, proof.dropped,
      proof.reading != nil
        && proof.events.first?.type.type != alone.events.first(where: \.isInScope)?.type
    )
  }

  /// How many mistakes to expect in how the headline of an item is coded (`Coding.doubt`).
  package func doubt(of item: ItemText) -> Double {
    PassageCoder(passage: passage(of: item), coder: self, explains: false).coded().doubt
  }

  /// The same coder, which believes of the readings what holds.
  package func believing(_ readings: Readings) -> EventCoder {
    var coder = self
    coder.readings = readings
    return coder
  }
}

extension PassageCoder {
  /// The events of a passage that a second reader has read; nil where its reading does not hold. What it
  /// does not say or cannot prove is coded as without it.
  func coded(by readings: Readings, _ reading: Reading) -> (events: [Event], reasons: [Reason])? {
    let proof = Proof(of: reading, in: passage)
    guard let reading = proof.reading else { return nil }
    let choice = TypeChoice(passage)
    let events = proof.events.map { told in
      event(told.type, choice, verdict: nil, stance: told.stance)
        .told(as: told, by: readings.reader, passage)
    }
    guard explains else { return (events, []) }
    guard reading.none == nil else {
      let verdict = "read by \(readings.reader) as no event: \(reading.none ?? "")"
      return ([], [Reason(type: nil, score: 0, isCoded: false, verdict: verdict, cues: [])])
    }
    return (events, proof.events.map { reason($0, readings.reader) })
  }

  /// The sentence by which the reader came to it.
  private func reason(_ told: Proof.Event, _ reader: String) -> Reason {
    let sentence =
      Sentences.ranges(of: passage.text).first { $0.contains(told.quote.lowerBound) } ?? told.quote
    return Reason(
      type: told.type.type, score: 0, isCoded: true,
      verdict: "read by \(reader): “\(passage.text.quote(sentence).trimmed)”",
      cues: [Reason.Cue(words: passage.text.quote(told.quote), span: told.quote, points: 0)])
  }
}

extension [Reason] {
  /// The reasons for what was coded without the reader, which coded these events.
  func overruled(by events: [Event]) -> [Reason] {
    map { reason in
      let isCoded = reason.isCoded && events.contains { $0.type == reason.type }
      return Reason(
        type: reason.type, score: reason.score, isCoded: isCoded, verdict: reason.verdict,
        cues: reason.cues)
    }
  }
}

extension Event {
  /// The event with what a second reader says of it.
  fileprivate func told(as told: Proof.Event, by reader: String, _ passage: Passage) -> Event {
    var event = self
    var fields = told.stance == nil ? ["type"] : ["type", "stance"]
    if !told.actors.isEmpty {
      let roles = Dictionary(actors.map { ($0.name, $0.role) }) { first, _ in first }
      event.actors = told.actors.enumerated().map { place, name in
        let usual = place == 0 ? told.type.roles.first : told.type.roles.dropFirst().first
        return Actor(name, role: roles[name] ?? usual)
      }
      fields.append("actors")
    }
    if !told.objects.isEmpty {
      event.objects = told.objects
      fields.append("objects")
    }
    if !told.metrics.isEmpty {
      for index in event.amounts.indices {
        if let metric = event.amounts[index].span.flatMap({ told.metrics[$0] }) {
          event.amounts[index].metric = metric
        }
      }
      fields.append("amounts")
    }
    event.evidence = Evidence(
      trigger: passage.text.quote(told.quote), span: passage.head,
      confidence: Int((Event.scopeOfReading * Event.typeOfReading * 100).rounded()),
      reader: reader, fieldsByReader: fields)
    event.scope = Event.scopeOfReading
    event.probabilities = Probabilities(type: Event.typeOfReading)
    return event
  }

  /// How often two careful readers of the labels that the coder learned from agree on event or none, and
  /// on the type.
  private static let scopeOfReading = 0.96
  private static let typeOfReading = 0.9
}
