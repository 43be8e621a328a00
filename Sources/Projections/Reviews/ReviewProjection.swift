import EventLog
package import EventModel
import GRDB

/// The answers that people have given in reviews; the last one to a question holds that was not undone.
enum ReviewProjection: Projection {
  static let name = "reviews"
  static let version = 1
  static let tables = ["answer", "answer_undoing"]

  /// `subject` is the position of the report or the item that was asked about.
  static let schema = """
    \(answers.schema)
    \(undoings.schema)
    """

  static func apply(_ change: Change, of record: Record, by writer: TableWriter) throws {
    switch change {
    case .reviewAnswered(let answer):
      guard let subject = try Log(writer.database).position(of: answer.of) else {
        throw ProjectionFault(reason: "there is no record \(answer.of)")
      }
      try answers.say(
        [answer.question], of: subject, act: answer.act, at: record.position, by: writer)
    case .actUndone(let undoing):
      try undoings.apply(undoing, to: [answers], at: record.position, by: writer)
    default: break
    }
  }

  private static let answers = StatementTable("answer", subject: "subject", key: ["question"])
  private static let undoings = UndoingTable("answer_undoing")
}

extension Snapshot {
  /// The answers that hold, in the order in which they were given, and the position of what each is about.
  package func reviewAnswers() throws -> [(subject: Int64, answer: ReviewAnswer)] {
    let held = held("answer")
    return try Row.fetchAll(
      database, sql: "SELECT subject, record FROM answer WHERE \(held.sql) ORDER BY record",
      arguments: held.arguments
    ).compactMap { row in
      guard case .reviewAnswered(let answer) = try log.record(at: row[1])?.change else {
        return nil
      }
      return (row[0], answer)
    }
  }
}
