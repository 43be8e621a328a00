import EventLog
import EventModel
import Projections

/// A row with the record that tells of its event where the log does not: made before that is known, since it
/// takes longer than to ask.
struct OfferedRow: Sendable {
  let row: BookRow
  fileprivate let told: NewRecord?
  /// The report that it says to be of the same event.
  fileprivate let other: RecordID?

  init(_ row: BookRow, in book: EventBook) {
    self.row = row
    guard case .event(let id, let report, let sameAs, _) = row else {
      (told, other) = (nil, nil)
      return
    }
    other = sameAs.flatMap(EventBook.recordID(reference:))
    let change = other.map { other in
      Change.eventMentioned(
        EventMention(
          of: other, report: report, score: 1, reason: "the book names \(sameAs!) as the same"))
    }
    told = NewRecord(id: book.recordID(id), change: change ?? .eventReported(report))
  }
}

extension EventBook {
  /// The facts of rows of the book that the log does not hold yet: rows that are new, and rows whose
  /// wording has changed since they were imported, as amendments. What a person has put right stays.
  func news(of rows: [OfferedRow], for known: Snapshot) throws -> [NewRecord] {
    var news: [NewRecord] = []
    var offered: Set<RecordID> = []
    for offer in rows {
      switch offer.row {
      case .event(let id, let report, _, let marks):
        let told = offer.told!
        news += try eventNews(id, told, report, sameAs: offer.other, known, offered)
        news += marks.news(of: told.id, book: name, row: id)
        offered.insert(told.id)
      case .sequence(let id, let definition, let coverage):
        let current = try known.definition(
          of: definition.sequence, source: definition.mention.source)
        let change = Change.sequenceDefined(definition)
        if current?.change != change { news.append(statement(id, change, after: current)) }
        if let coverage { news += try coverageNews(id, coverage, known) }
      case .shift(let id, let shift):
        let current = try known.shifts(of: shift.sequence, after: shift.after).first {
          if case .shiftDefined(let told) = $0.change {
            told.name == shift.name && told.mention.source == shift.mention.source
          } else {
            false
          }
        }
        let change = Change.shiftDefined(shift)
        if current?.change != change { news.append(statement(id, change, after: current)) }
      case .coverage(let id, let coverage): news += try coverageNews(id, coverage, known)
      case .phase(let id, let began, let ended, let stated):
        let changes: [(ChangeKind, Change?)] = [
          (.phaseBegan, .phaseBegan(began)), (.phaseEnded, ended.map(Change.phaseEnded)),
          (.durationStated, stated.map(Change.durationStated)),
        ]
        for case (let kind, let change?) in changes {
          let current = try known.statement(
            of: began.sequence, began.phase, kind, source: began.mention.source)
          if current?.change != change { news.append(statement(id, change, after: current)) }
        }
      case .change(let id, let change):
        let record = RecordID(id) ?? .naming("book", name, id, "change")
        news.append(NewRecord(id: record, change: change))
      case .forecast(let id, let forecast): news += forecastNews(id, forecast)
      }
    }
    return news
  }

  private func eventNews(
    _ id: String, _ told: NewRecord, _ report: Report, sameAs other: RecordID?, _ known: Snapshot,
    _ offered: Set<RecordID>
  ) throws -> [NewRecord] {
    let record = told.id
    guard let account = try known.account(record) else {
      if let other, try !offered.contains(other) && known.account(other) == nil {
        return [NewRecord(id: record, change: .eventReported(report))]
      }
      return [told]
    }
    // What a store has exported it knows, with what people have put right, but for the item.
    if RecordID(id) != nil, account.report.told == report.told { return [] }
    let base = try known.base(of: account)
    guard base.report != report else { return [] }
    let amendment = EventAmendment(
      of: record, .whole(report.event), mention: report.mention, author: .book(name),
      reason: "the book was corrected")
    let amendmentID = RecordID.naming("book", name, id, "amended", "\(base.position)")
    return [NewRecord(id: amendmentID, change: .eventAmended(amendment))]
  }

  private func coverageNews(
    _ id: String, _ coverage: StatedCoverage, _ known: Snapshot
  ) throws -> [NewRecord] {
    let current = try known.coverage(of: coverage.source)
    let change = Change.coverageStated(coverage)
    return current?.change == change ? [] : [statement(id, change, after: current)]
  }

  private func forecastNews(_ id: String, _ forecast: BookForecast) -> [NewRecord] {
    let issued = RecordID.naming("book", name, id, "forecast")
    let issue = NewRecord(id: issued, change: .forecastIssued(forecast.issue))
    guard let outcome = forecast.outcome else { return [issue] }
    let resolution = ForecastResolution(
      of: issued, by: nil, date: outcome.date, value: outcome.value,
      mention: Mention(source: "book:\(name)", url: outcome.source))
    let resolved = RecordID.naming("forecast", issued.description, "resolved")
    return [issue, NewRecord(id: resolved, change: .forecastResolved(resolution))]
  }

  private func statement(_ id: String, _ change: Change, after former: EventModel.Record?)
    -> NewRecord
  {
    let place = former.map { "\($0.position)" } ?? ""
    return NewRecord(
      id: RecordID.naming("book", name, id, change.type.name, place), change: change)
  }

  /// A row whose id is that of a record is that record.
  fileprivate func recordID(_ row: String) -> RecordID {
    RecordID(row) ?? .naming("book", name, row, "event")
  }

  /// The record of the row that `book#id` names, or that is named itself.
  fileprivate static func recordID(reference: String) -> RecordID? {
    if let record = RecordID(reference) { return record }
    let parts = reference.split(separator: "#", maxSplits: 1).map(String.init)
    return parts.count == 2 ? .naming("book", parts[0], parts[1], "event") : nil
  }
}

extension Report {
  /// What it tells, whether a feed's item or a book does.
  fileprivate var told: Report {
    var mention = mention
    mention.item = nil
    return Report(event: event, mention: mention)
  }
}
