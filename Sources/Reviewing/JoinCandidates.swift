import EventCoding
import EventModel
import Projections

/// Events that may be one: less likely than what is joined without asking, and likelier than strangers.
struct JoinCandidates {
  private let events: [EventView]
  private let coder: EventCoder

  /// The chance from which it is asked.
  private static let threshold = 0.25

  init(_ events: [EventView], coder: EventCoder) {
    self.events = events
    self.coder = coder
  }

  func questions() -> [ReviewQuestion] {
    let sketches = events.map { view in
      let report = view.head.report
      return coder.sketch(
        report.mention.title ?? report.event.title, day: report.mention.published?.first,
        event: report.event, source: report.mention.source)
    }
    let same = SameEvent(threshold: JoinCandidates.threshold)
    var index = SketchIndex()
    var places: [Int] = []
    var questions: [ReviewQuestion] = []
    for (place, sketch) in sketches.enumerated() {
      let near = index.candidates(for: sketch).map { places[$0] }
      // Of what is like many, the likest: the answer tells of the others.
      if let match = same.matches(sketch, among: near.map { sketches[$0] }).first {
        questions.append(question(events[place], events[near[match.index]], match))
      } else {
        index.add(sketch)
        places.append(place)
      }
    }
    return questions
  }

  /// The later report is asked about, beside the event that was known before it.
  private func question(
    _ one: EventView, _ two: EventView, _ match: SameEvent.Match
  ) -> ReviewQuestion {
    let (later, earlier) = one.position > two.position ? (one, two) : (two, one)
    let hanging = min(later.accounts.count, earlier.accounts.count)
    return ReviewQuestion(
      kind: .same, id: later.head.id, event: later, other: earlier, likeliest: nil, item: nil,
      chance: match.score,
      value: min(match.score, 1 - match.score) / 2 * (hanging > 1 ? 1.25 : 1),
      reasons: ["may be one event: \(match.reason)"])
  }
}
