import EventModel

/// Days to places from left to right, with ticks at round dates.
struct TimeScale {
  let first: CivilDay
  let last: CivilDay
  let left: Double
  let right: Double
  /// The room that a label of a tick takes.
  private let tickWidth: Double

  /// At least a week is shown.
  init(
    _ first: CivilDay, _ last: CivilDay, left: Double, right: Double, tickWidth: Double = 78
  ) {
    self.tickWidth = tickWidth
    self.first = first
    self.last = max(last, first.advanced(by: 7))
    (self.left, self.right) = (left, right)
  }

  func x(_ day: CivilDay) -> Double {
    let share = Double(day.number - first.number) / Double(last.number - first.number)
    return left + share * (right - left)
  }

  func shows(_ day: CivilDay) -> Bool { first <= day && day <= last }

  /// The beginnings of years, months or weeks, as many as have room for their labels.
  var ticks: [(day: CivilDay, label: String)] {
    let room = max(1, Int((right - left) / tickWidth))
    let days = last.number - first.number
    if days < 7 * room { return weeks }
    let steps = [1, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 6000]
    let step = steps.first { days / (30 * $0) <= room } ?? 12_000
    let (year, month, _) = first.components
    let start = (year * 12 + month - 1) / step * step
    var ticks: [(day: CivilDay, label: String)] = []
    for months in stride(from: start, through: start + days / 28 + step, by: step) {
      let (year, month) = (months / 12, months % 12 + 1)
      guard let day = CivilDay(year: year, month: month, day: 1), shows(day) else { continue }
      ticks.append((day, step >= 12 ? "\(year)" : String(day.description.prefix(7))))
    }
    return ticks
  }

  private var weeks: [(day: CivilDay, label: String)] {
    let monday = first.advanced(by: (8 - first.weekday) % 7)
    return stride(from: monday.number, through: last.number, by: 7).map { number in
      let day = CivilDay(number: number)
      return (day, day.description)
    }
  }
}
