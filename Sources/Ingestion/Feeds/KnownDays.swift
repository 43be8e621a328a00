import EventCoding
import EventModel
import Projections

/// A report as others are compared with it.
final class KnownReport: Sendable {
  let id: RecordID
  let position: Int64
  let sketch: EventSketch

  init(id: RecordID, position: Int64, sketch: EventSketch) {
    (self.id, self.position, self.sketch) = (id, position, sketch)
  }
}

/// The reports of days that have been read, found by their days and the tokens of their headlines.
struct KnownDays {
  /// Which reports of a day it holds.
  let which: Headlines
  private var days: [Int: Day] = [:]

  private struct Day {
    private var reports: [KnownReport] = []
    private var index = SketchIndex()

    mutating func add(_ report: KnownReport) {
      index.add(report.sketch, as: reports.count)
      reports.append(report)
    }

    func candidates(for sketch: EventSketch) -> [KnownReport] {
      index.candidates(for: sketch).map { reports[$0] }
    }
  }

  init(_ which: Headlines) { self.which = which }

  /// Runs of days that have not been read, in order.
  func missing(in wanted: ClosedRange<Int>) -> [ClosedRange<Int>] {
    var runs: [ClosedRange<Int>] = []
    for day in wanted where days[day] == nil {
      if let last = runs.last, last.upperBound == day - 1 {
        runs[runs.count - 1] = last.lowerBound...day
      } else {
        runs.append(day...day)
      }
    }
    return runs
  }

  /// Adds what was read of some days.
  mutating func add(_ reports: [KnownReport], of read: ClosedRange<Int>) {
    for day in read { days[day] = Day() }
    for report in reports { note(report) }
  }

  /// Adds a report where its day has been read; else it is met when the day is.
  mutating func note(_ report: KnownReport) {
    guard let number = report.sketch.day?.number, days[number] != nil else { return }
    days[number]?.add(report)
  }

  /// The reports of these days that share enough tokens with a sketch.
  func candidates(for sketch: EventSketch, in wanted: ClosedRange<Int>) -> [KnownReport] {
    wanted.flatMap { days[$0]?.candidates(for: sketch) ?? [] }
  }
}
