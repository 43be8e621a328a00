import EventLog
import EventModel
import Ingestion
import Projections
import Querying
import Reviewing
import SideTables

/// Writes down what a person says to questions: each answer is an act that can be undone.
struct AnswerRecorder {
  let store: Store
  let surroundings: Surroundings

  /// Records an answer; gives the record, nil where there was nothing to record.
  func record(_ reply: ReviewReply, to question: ReviewQuestion) throws -> RecordID? {
    switch (reply, question.kind) {
    case (.skip, _):
      try store.write { transaction in
        try SkipTable(transaction).note(
          question.question, about: question.id, at: surroundings.clock())
      }
      return nil
    case (.yes, .missed): return try tell(question.likeliest)
    case (.edit(let fields), .missed):
      let told = try question.likeliest.map { report in
        let event = try patch(of: report.event, by: fields)?.applied(to: report.event)
        return Report(event: event ?? report.event, mention: report.mention)
      }
      return try tell(told)
    default:
      return try store.record(reason: "reviewed", now: surroundings.now) { known in
        try act(reply, question, Question(known, asOf: surroundings.today))
      }
    }
  }

  /// Throws what ``record(_:to:)`` would throw of a reply that does not fit its question.
  func check(_ reply: ReviewReply, to question: ReviewQuestion) throws {
    switch (reply, question.kind) {
    case (.yes, _), (.no, _), (.skip, _), (.merge, .same): break
    case (.edit(let fields), .missed), (.edit(let fields), .event):
      guard let event = question.event?.head.report.event ?? question.likeliest?.event else {
        break
      }
      _ = try patch(of: event, by: fields)
    case (.merge, _), (.edit, .same):
      try store.ask { known in
        _ = try act(reply, question, Question(known, asOf: surroundings.today))
      }
    }
  }

  private func patch(of event: Event, by fields: EventFields) throws -> EventPatch? {
    try fields.patch(of: event, today: surroundings.today, .of(surroundings))
  }

  /// An event of an item of which none was made, at a person's word.
  private func tell(_ report: Report?) throws -> RecordID? {
    guard let report else { return nil }
    var event = report.event
    event.evidence = nil
    return try store.add(Report(event: event, mention: report.mention), now: surroundings.now).id
  }

  private func act(
    _ reply: ReviewReply, _ question: ReviewQuestion, _ known: Question
  ) throws -> HandAct {
    func answer(_ word: String, _ reports: [RecordID]? = nil) -> HandAct {
      .answer(reports ?? [question.id], question: question.question, word)
    }
    switch (reply, question.kind) {
    case (.yes, .same), (.merge, .same): return .merge(into: question.other!.id, question.event!.id)
    case (.yes, _): return answer(ReviewAnswer.yes)
    // Where it tells none, no report of it does.
    case (.no, .event): return answer(ReviewAnswer.no, question.event?.accounts.map(\.id))
    case (.no, _): return answer(ReviewAnswer.no)
    case (.edit(let fields), .event):
      let patch = try patch(of: question.event!.head.report.event, by: fields)
      return patch.map { .correct(question.id, $0, mention: nil) } ?? answer(ReviewAnswer.yes)
    case (.merge(let prefix), .event):
      let other = try known.event(named: prefix)
      guard other.id != question.event!.id else {
        throw Failure(.no, "\(prefix) is this event")
      }
      return .merge(into: other.id, question.event!.id)
    case (.edit, _), (.merge, _), (.skip, _):
      throw Failure(
        .usage, "this question takes y, n\(question.kind == .missed ? ", e" : "") or s")
    }
  }

  /// Takes an answer back.
  func undo(_ record: RecordID) throws {
    _ = try store.record(reason: "answered anew", now: surroundings.now) { known in
      guard let act = try known.act(named: record.description), !act.isUndone else {
        throw Failure(.no, "\(record.short) is undone already")
      }
      return .undo(act.id)
    }
  }
}
