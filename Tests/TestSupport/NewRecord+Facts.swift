package import EventLog
package import EventModel
package import JSONText

/// Facts as tests tell them. A name such as `a` stands for the record's id.
extension NewRecord {
  /// A source reports an event for the first time; dates are EDTF.
  package static func event(
    _ name: String, _ title: String? = nil, type: EventType = .funding, on date: String? = nil,
    by actors: [String] = [], amounts: [Amount] = [], stance: Stance = .reported,
    polarity: Polarity = .asserted, source: String = "Wire", published: String? = nil
  ) -> NewRecord {
    let report = Report.told(
      title ?? name, type: type, on: date, by: actors, amounts: amounts, stance: stance,
      polarity: polarity, source: source, published: published)
    return NewRecord(id: .named(name), change: .eventReported(report))
  }

  /// One more source tells an event.
  package static func mention(
    _ name: String, of event: String, _ title: String? = nil, type: EventType = .funding,
    on date: String? = nil, by actors: [String] = [], amounts: [Amount] = [],
    stance: Stance = .reported, polarity: Polarity = .asserted, source: String = "Wire",
    published: String? = nil
  ) -> NewRecord {
    let report = Report.told(
      title ?? name, type: type, on: date, by: actors, amounts: amounts, stance: stance,
      polarity: polarity, source: source, published: published)
    return NewRecord(
      id: .named(name),
      change: .eventMentioned(
        EventMention(of: .named(event), report: report, score: 1, reason: "alike")))
  }

  /// An item of a feed.
  package static func item(_ name: String, of feed: String = "f") -> NewRecord {
    NewRecord(
      id: .named(name),
      change: .itemObserved(ItemObservation(feed: feed, feedTitle: "f", key: name, title: name)))
  }

  /// A report as a coder writes it, of an item or of none.
  package static func coded(_ name: String, by coder: String?, item: String?) -> NewRecord {
    let evidence = Evidence(trigger: "x", span: 0..<1, confidence: 50, coder: coder)
    return NewRecord(
      id: .named(name),
      change: .eventReported(
        Report(
          event: Event(type: .funding, title: name, evidence: evidence),
          mention: Mention(item: item.map(RecordID.named), source: "Wire"))))
  }

  /// The coder or a book tells a report anew.
  package static func told(
    _ report: String, _ title: String, on date: String? = nil, stance: Stance = .reported,
    source: String? = nil, by author: Author = .coder("12ab")
  ) -> NewRecord {
    let told = Report.told(title, on: date, stance: stance, source: source ?? "Wire")
    return NewRecord(
      id: .naming("told", report, title, date ?? "", author.text),
      change: .eventAmended(
        EventAmendment(
          of: .named(report), .whole(told.event), mention: source.map { _ in told.mention },
          author: author, reason: "again")))
  }

  /// A person corrects fields of a report; nil empties one.
  package static func corrected(
    _ report: String, _ fields: KeyValuePairs<String, JSON>, source: String? = nil,
    act: String? = nil
  ) -> NewRecord {
    let patch = try! EventPatch(fields.map { JSON.Member($0, $1) })
    return NewRecord(
      id: .naming("corrected", report, "\(fields)", act ?? ""),
      change: .eventAmended(
        EventAmendment(
          of: .named(report), .fields(patch), mention: source.map { Mention(source: $0) },
          author: .person, act: act.map(RecordID.named), reason: "by hand")))
  }

  package static func retracted(_ report: String, act: String? = nil) -> NewRecord {
    NewRecord(
      id: .naming("retracted", report, act ?? ""),
      change: .eventRetracted(
        EventRetraction(
          of: .named(report), author: .person, act: act.map(RecordID.named), reason: "hoax")))
  }

  package static func merged(
    _ other: String, into event: String, act: String? = nil, by author: Author = .person
  ) -> NewRecord {
    NewRecord(
      id: .naming("merged", other, event, act ?? ""),
      change: .eventsMerged(
        EventMerge(
          into: .named(event), other: .named(other), author: author,
          act: act.map(RecordID.named), reason: "same")))
  }

  package static func split(_ report: String, act: String? = nil) -> NewRecord {
    NewRecord(
      id: .naming("split", report, act ?? ""),
      change: .eventSplit(
        EventSplit(
          mention: .named(report), author: .person, act: act.map(RecordID.named), reason: "other")))
  }

  /// An act is taken back; the undoing is an act of its own.
  package static func undone(_ act: String, act own: String) -> NewRecord {
    NewRecord(
      id: .naming("undone", act, own),
      change: .actUndone(ActUndoing(of: .named(act), act: .named(own), reason: "a slip")))
  }

  /// Somebody says that one name is another's, or what is a part of what.
  package static func linked(
    _ name: String, _ relation: ActorLink.Relation, of other: String, since: String? = nil
  ) -> NewRecord {
    NewRecord(
      id: .naming("linked", name, other),
      change: .actorLinked(
        ActorLink(name, relation, of: other, since: since.map(PartialDate.edtf))))
  }

  /// A phase of a sequence begins.
  package static func began(
    _ phase: String, _ date: String, of sequence: String = "s", source: String = "Wire",
    published: String? = nil
  ) -> NewRecord {
    NewRecord(
      id: .naming("began", sequence, phase, source, date),
      change: .phaseBegan(
        PhaseBoundary(
          sequence: sequence, phase: phase, date: .edtf(date),
          mention: Mention(source: source, published: published.map(PartialDate.edtf)))))
  }

  /// A phase of a sequence ends.
  package static func ended(
    _ phase: String, _ date: String, of sequence: String = "s", published: String? = nil
  ) -> NewRecord {
    NewRecord(
      id: .naming("ended", sequence, phase, date),
      change: .phaseEnded(
        PhaseBoundary(
          sequence: sequence, phase: phase, date: .edtf(date),
          mention: Mention(source: "Wire", published: published.map(PartialDate.edtf)))))
  }

  /// A source states how long a phase lasted.
  package static func lasted(
    _ phase: String, _ value: String, _ unit: DurationUnit = .year, of sequence: String = "s"
  ) -> NewRecord {
    NewRecord(
      id: .naming("lasted", sequence, phase, value),
      change: .durationStated(
        StatedDuration(
          sequence: sequence, phase: phase, value: ExactDecimal(value)!, unit: unit,
          roundedTo: nil, mention: Mention(source: "Wire"))))
  }
}

extension Report {
  package static func told(
    _ title: String, type: EventType = .funding, on date: String? = nil, by actors: [String] = [],
    amounts: [Amount] = [], stance: Stance = .reported, polarity: Polarity = .asserted,
    source: String = "Wire", published: String? = nil
  ) -> Report {
    Report(
      event: Event(
        type: type, title: title, date: date.map(PartialDate.edtf),
        actors: actors.map { Actor($0) },
        amounts: amounts, stance: stance, polarity: polarity),
      mention: Mention(source: source, published: published.map(PartialDate.edtf)))
  }
}

extension Amount {
  /// So much money of a metric, of a time where that is said.
  package static func money(
    _ value: Int, _ unit: String = "USD", _ metric: String = "revenue", of period: String? = nil
  ) -> Amount {
    Amount(
      kind: .money, metric: metric, value: ExactDecimal(value), unit: unit,
      period: period.map(PartialDate.edtf))
  }
}

extension RecordID {
  /// The id that a name of a test stands for: its hexadecimal digits where it is made of them.
  package static func named(_ name: String) -> RecordID {
    let padded = name + String(repeating: "0", count: max(0, 32 - name.utf8.count))
    return RecordID(padded) ?? .naming("test", name)
  }
}

extension PartialDate {
  /// A date that the test knows to be one.
  package static func edtf(_ text: String) -> PartialDate { try! PartialDate(edtf: text) }
}
