import EventLog
import EventModel
import Projections

/// Whether the time that a command takes for now can be believed. A log whose records are dated ahead
/// would answer `--as-of` wrongly for as long.
struct ClockCheck {
  let now: Instant
  /// By the machine's own clock, which `ANNALS_NOW` does not move.
  let machine: Instant

  private static let day: Int64 = 86_400_000

  /// Throws a ``Failure`` when now is more than a day ahead of the machine or behind the last record;
  /// forced, it lets that pass, and tells the log that its clock had run ahead.
  func check(_ store: Store, isForced: Bool) throws {
    let isAhead = now.milliseconds - machine.milliseconds > ClockCheck.day
    let behind = try store.ask { last(of: $0) }
    if !isForced {
      if isAhead {
        throw Failure(
          .usage, "now would be \(now), and the machine's clock says \(machine)",
          hint: "unset ANNALS_NOW, or write with --force")
      }
      if let behind {
        throw Failure(
          .usage, "now is \(now), and the last record was recorded \(behind)",
          hint: "set the clock right; if the log's was wrong, --force says so in the log")
      }
      return
    }
    guard behind != nil else { return }
    try store.append(now: now) { known in
      guard let behind = last(of: known) else { return [] }
      let correction = ClockCorrection(from: behind, to: now)
      let id = RecordID.naming("clock", behind.description, now.description)
      return [NewRecord(id: id, change: .clockCorrected(correction))]
    }
  }

  /// When the last record was recorded, where that is more than a day ahead of now.
  private func last(of known: Snapshot) -> Instant? {
    known.head.recorded.flatMap {
      $0.milliseconds - now.milliseconds > ClockCheck.day ? $0 : nil
    }
  }
}
