import EventCoding
import EventModel
import JSONText

/// Agreement of the quantities and dates that the coder finds with the given labels.
enum QuantityBenchmark {
  static func run() {
    let lines = SharedLabels.lines("quantities")
    guard !lines.isEmpty else { return }
    let score = QuantityScore(EventCoder(), on: lines)
    for (name, agreement) in score.kinds.sorted(by: { $0.key < $1.key }) {
      print("\(name): \(agreement)")
    }
    print("approx, bound and range right: \(score.modifiers)")
    print("direction right: \(score.directions)")
    print("unit right: \(score.units)")
  }
}
