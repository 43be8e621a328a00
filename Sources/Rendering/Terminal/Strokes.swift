/// The signs of drawings in a terminal.
package struct Strokes: Sendable {
  /// Releases and research; money, deals and people; results and infrastructure; law, incidents and
  /// predictions.
  let marks: [Character]
  /// The same of what is rumoured.
  let hollow: [Character]
  let denied: Character
  /// From the lowest to the highest.
  let steps: [Character]
  /// Of a bar that is not whole.
  let partial: Character
  /// The bands of 95, 80 and 50 % of a fan, and its median.
  let bands: [Character]
  let median: Character
  let rule: Character

  package static let unicode = Strokes(
    marks: Array("●◆■▲"), hollow: Array("○◇□△"), denied: "×", steps: Array("▁▂▃▄▅▆▇█"),
    partial: "▒",
    bands: Array("┄─━"), median: "┃", rule: "·")

  package static let ascii = Strokes(
    marks: Array("o$#^"), hollow: Array("????"), denied: "x", steps: Array("_.-:=+*#"),
    partial: "/",
    bands: Array(".-="), median: "|", rule: " ")

  func sign(of event: LaneEvent) -> Character {
    event.isDenied ? denied : (event.isRumoured ? hollow : marks)[event.family.group]
  }

  /// What the marks of lanes mean.
  var legend: [String] {
    let names = [
      "releases, research", "money, deals, people", "results, infrastructure",
      "law, incidents, predictions",
    ]
    let hollow = Set(hollow).count == 1 ? "\(hollow[0])" : String(hollow)
    let told = zip(marks, names).map { "\($0) \($1)" }
    return [
      "\(told[0])  \(told[1])", "\(told[2])  \(told[3])",
      "\(hollow) rumoured  \(denied) denied",
    ]
  }
}

extension EventFamily {
  /// The group of its mark in a terminal, which has four.
  fileprivate var group: Int {
    switch self {
    case .release, .research, .other: 0
    case .money, .people: 1
    case .results, .infrastructure: 2
    case .law, .incident, .outlook: 3
    }
  }
}
