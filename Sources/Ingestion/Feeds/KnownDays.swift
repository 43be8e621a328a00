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
  private var read: Set<Int> = []
  private var reports: [KnownReport] = []
  private var sketches: SketchDays

  init(_ which: Headlines) {
    self.which = which
    sketches = SketchDays(width: which == .pending ? SameStory.reach / 3 : SameEvent.reach)
  }

  /// How many reports it holds.
  var count: Int { reports.count }

  /// Runs of days that have not been read, in order.
  func missing(in wanted: ClosedRange<Int>) -> [ClosedRange<Int>] {
    var runs: [ClosedRange<Int>] = []
    for day in wanted where !read.contains(day) {
      if let last = runs.last, last.upperBound == day - 1 {
        runs[runs.count - 1] = last.lowerBound...day
      } else {
        runs.append(day...day)
      }
    }
    return runs
  }

  /// Adds what was read of some days.
  mutating func add(_ reports: [KnownReport], of days: ClosedRange<Int>) {
    read.formUnion(days)
    for report in reports { note(report) }
  }

  /// Adds a report where its day has been read; else it is met when the day is.
  mutating func note(_ report: KnownReport) {
    guard let day = report.sketch.day?.number, read.contains(day) else { return }
    sketches.add(report.sketch)
    reports.append(report)
  }

  /// The reports of these days that share a telling token with a sketch.
  func candidates(for sketch: EventSketch, in wanted: ClosedRange<Int>) -> [KnownReport] {
    sketches.candidates(for: sketch, in: wanted).map { reports[$0] }
  }
}
