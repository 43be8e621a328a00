import EventModel
import Querying

/// How far work has got that takes its time: a line of the terminal that is written over, from the third
/// second on, and gone when the work has ended. Where standard error is no terminal, nothing is said.
final class ProgressLine {
  private let output: Output
  private let clock: () -> Instant
  private let noun: String
  private let isShown: Bool
  private let began: Instant
  private var lastShown: Instant?

  /// - Parameter noun: what is counted: `record`.
  init(of noun: String, isQuiet: Bool, _ surroundings: Surroundings) {
    output = surroundings.error
    clock = surroundings.clock
    isShown =
      output.isTerminal && !isQuiet && surroundings.environment["TERM"] != "dumb"
    self.noun = noun
    began = clock()
  }

  /// - Parameter total: nil where nobody knows it beforehand.
  func report(_ done: Int, of total: Int? = nil) throws {
    guard isShown else { return }
    let now = clock()
    guard now.seconds(since: lastShown ?? began) >= (lastShown == nil ? 2 : 0.2) else { return }
    lastShown = now
    try output.write(
      Array((ProgressLine.start + sentence(done, total, now.seconds(since: began))).utf8))
  }

  /// `12,345 of 100,000 records · 8,230 a second · 11 s left`.
  private func sentence(_ done: Int, _ total: Int?, _ seconds: Double) -> String {
    func grouped(_ count: Any) -> String { Numerals.grouped("\(count)") }
    let rate = Double(done) / seconds
    let whole = total ?? done
    var parts = [
      (total == nil ? "" : "\(grouped(done)) of ")
        + "\(grouped(whole)) \(noun)\(whole == 1 ? "" : "s")",
      "\(grouped(Numerals.short(rate))) a second",
    ]
    if let total, done > 0, total >= done {
      parts.append("\(Int((Double(total - done) / rate).rounded(.up))) s left")
    }
    return parts.joined(separator: " · ")
  }

  /// Does the work, and takes the line away however it ends.
  func during<Result>(_ work: () throws -> Result) throws -> Result {
    defer { try? end() }
    return try work()
  }

  private func end() throws {
    guard lastShown != nil else { return }
    lastShown = nil
    try output.write(Array(ProgressLine.start.utf8))
  }

  /// To the line's beginning, and the line cleared (ECMA-48, EL).
  private static let start = "\r\u{1B}[K"
}

extension Instant {
  fileprivate func seconds(since earlier: Instant) -> Double {
    Double(milliseconds - earlier.milliseconds) / 1000
  }
}
