import ArgumentParser
import EventModel
import Projections
import Querying

/// Whose clock `--as-of` reads.
enum KnownClock: String, ExpressibleByArgument, CaseIterable { case recorded, published }

/// What had been recorded by then.
struct AsOfOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Answer with what the log knew by the end of a date, or at a position.",
      valueName: "date|@position"))
  var asOf: String?

  @Option(
    help: ArgumentHelp(
      "With --as-of: what the log had recorded by then, or what sources had published by then.",
      valueName: "clock"))
  var known: KnownClock = .recorded

  func validate() throws {
    guard known == .recorded || !(asOf ?? "@").hasPrefix("@") else {
      throw ValidationError("--known published goes with --as-of and a date")
    }
  }

  /// The bound on the log, and the day for which it is asked.
  func bound(today: CivilDay) throws -> (AsOf, CivilDay) {
    try AsOfOptions.bound(asOf, today: today)
  }

  static func bound(_ asOf: String?, today: CivilDay) throws -> (AsOf, CivilDay) {
    guard let asOf else { return (.everything, today) }
    if asOf.hasPrefix("@"), let position = Int64(asOf.dropFirst()), position >= 0 {
      return (.position(position), today)
    }
    guard let day = try Period(asOf, today: today).last else {
      throw QueryError("--as-of \(asOf) has no end", hint: "write a date or @position")
    }
    return (.moment(Instant(milliseconds: Instant(day.advanced(by: 1)).milliseconds - 1)), day)
  }
}

/// The days that a question is about.
struct PeriodOptions: ParsableArguments {
  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("2026, 2026Q3, 2022-11..2023-05, last month, last 90 days."))
  var period: String?

  @Option(help: ArgumentHelp("From this date on.", valueName: "date"))
  var since: String?

  @Option(help: ArgumentHelp("Up to and with this date.", valueName: "date"))
  var until: String?

  var arguments: [String: [String]] {
    ["period": period, "since": since, "until": until].mapValues { $0.map { [$0] } ?? [] }
  }
}
