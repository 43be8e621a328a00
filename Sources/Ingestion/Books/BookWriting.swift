import EventModel
package import JSONText
package import Projections

/// What a store believes as rows of books that import to the same events: one line a fact, in an order that
/// stays, so that two exports differ in the lines that have changed.
///
/// A row of an event bears the id of its report in the place of a slug, and so becomes that very report
/// wherever it is imported. Items of feeds, and what was said before it was corrected, are not in books.
package struct BookWriting {
  private let snapshot: Snapshot

  package init(of snapshot: Snapshot) { self.snapshot = snapshot.inAnyScope() }

  /// The books, by the names of their files.
  package enum Book: String, CaseIterable { case events, forecasts, marks, phases }

  /// Hands on the rows of one book.
  package func write(_ book: Book, _ row: (JSON) throws -> Void) throws {
    book == .events ? try writeEvents(row) : try writeChanges(of: book, row)
  }

  private static let page = 500

  private func writeEvents(_ row: (JSON) throws -> Void) throws {
    var last: Int64?
    while true {
      let events = try snapshot.events(
        matching: ReportFilter(), order: .occurred, after: last, limit: BookWriting.page)
      for event in events {
        for account in event.accounts { try row(BookWriting.row(account, of: event)) }
      }
      guard events.count == BookWriting.page else { return }
      last = events.last?.position
    }
  }

  /// The report that speaks for the event founds it, the others are told of the same.
  private static func row(_ account: Account, of event: EventView) -> JSON {
    let mention = account.report.mention
    var members: [JSON.Member] = [.init("id", .string(account.id.description))]
    members += account.report.event.json.members ?? []
    func add(_ key: String, _ text: String?) {
      if let text { members.append(.init(key, .string(text))) }
    }
    add("published", mention.published?.text)
    add("source", mention.url)
    add("publisher", mention.source)
    add("headline", mention.title)
    add("quote", mention.quote)
    add("lang", mention.language)
    if account.id != event.head.id { add("sameAs", event.head.id.description) }
    return .object(members)
  }

  /// Whether what it is about is exported, and of amendments whether a person made it: no book overrides that.
  private func isWanted(_ change: Change) throws -> Bool {
    switch change {
    case .eventTagged(let tag): try isExported(tag.of)
    case .eventStarred(let star): try isExported(star.of)
    case .eventNoted(let note): try isExported(note.of)
    case .eventsLinked(let link): try isExported(link.from) && isExported(link.to)
    case .reviewAnswered(let answer): try isExported(answer.of)
    case .eventAmended(let amendment):
      try amendment.author.isPerson && isExported(amendment.of)
    default: true
    }
  }

  private func isExported(_ report: RecordID) throws -> Bool {
    try snapshot.account(report).map { !$0.isRetracted } ?? false
  }

  private func writeChanges(of book: Book, _ row: (JSON) throws -> Void) throws {
    let undone = try snapshot.undoneActs()
    try snapshot.forEachRecord { record in
      let change = record.change
      guard change.kind?.book == book else { return }
      if let act = change.hand(record.id), undone.contains(act) { return }
      guard try isWanted(change) else { return }
      try row(
        .object([
          "id": .string(record.id.description), "change": .string(record.type.name),
          "data": change.data,
        ]))
    }
  }
}

extension Change {
  /// Reads the row of a book that holds a record as a store has kept it; events have rows of their own.
  init(bookRow json: JSON) throws(FieldError) {
    let name = try json.text("change")
    guard let kind = ChangeKind(rawValue: name) else {
      throw FieldError(key: "change", problem: "there is no kind “\(name)”")
    }
    guard kind.book != nil else {
      throw FieldError(key: "change", problem: "\(name) does not stand in books")
    }
    self = try Change(kind, data: json["data"] ?? .null)
  }
}

extension ChangeKind {
  /// The book in which records of this kind stand as they are kept; nil for what rows of its own tell, and for what
  /// no book tells.
  fileprivate var book: BookWriting.Book? {
    switch self {
    case .forecastIssued, .forecastResolved, .forecastAnnulled: .forecasts
    case .sequenceDefined, .phaseBegan, .phaseEnded, .durationStated, .shiftDefined,
      .coverageStated:
      .phases
    case .querySaved, .actorLinked, .eventTagged, .eventStarred, .eventNoted, .eventsLinked,
      .reviewAnswered, .eventAmended:
      .marks
    case .itemObserved, .itemRevised, .eventReported, .eventMentioned, .eventRetracted,
      .eventsMerged, .eventSplit, .actUndone, .clockCorrected, .logRestored:
      nil
    }
  }
}
