import EventModel
import JSONText
import Querying

/// How many events there were in each interval, and the bursts.
struct RateChart {
  private struct Bar {
    let text: String
    let first: CivilDay
    let last: CivilDay
    let count: Int
    let isBurst: Bool
    let isPartial: Bool

    init?(_ row: JSON, asOf: CivilDay) {
      guard let text = row["interval"]?.string, let date = try? PartialDate(edtf: text),
        let first = date.first, let last = date.last, first <= asOf,
        let count = row["count"]?.integer
      else { return nil }
      (self.text, self.first, self.last) = (text, first, min(last, asOf))
      self.count = Int(count)
      isBurst = row["burst"] == true
      isPartial = row["coverage"] == "partial"
    }
  }

  private let options: Figure.Options
  private let asOf: CivilDay
  private let bars: [Bar]

  init?(_ document: Document, _ options: Figure.Options) {
    guard let asOf = document.json["asOf"]?.string.flatMap({ CivilDay($0) }) else { return nil }
    let all = document.rows.compactMap { Bar($0, asOf: asOf) }
    // What comes before the first event is no part of the picture.
    bars = Array(all.drop { $0.count == 0 })
    guard !bars.isEmpty else { return nil }
    (self.options, self.asOf) = (options, asOf)
  }

  var figure: Figure {
    let (top, foot, left) = (runs.isEmpty ? 36.0 : 52, options.isNarrow ? 190.0 : 230.0, 44.0)
    let time = TimeScale(
      bars[0].first, bars.last!.last.advanced(by: 1), left: left, right: options.width - 10)
    let scale = ValueScale(upTo: Double(bars.map(\.count).max()!), start: foot, end: top)
    let drawn = bars.filter { $0.count > 0 }.map { bar in
      let (from, to) = (time.x(bar.first), min(time.x(bar.last.advanced(by: 1)), time.right))
      let gap = to - from > 4 ? 1.0 : 0
      let y = scale.place(Double(bar.count))
      let names: StaticString = bar.isPartial ? "partial" : bar.isBurst ? "burst" : "fill"
      return Node.rect(
        from + gap / 2, y, max(to - from - gap, 0.7), foot - y, names,
        [Attribute("data-count", "\(bar.count)"), Attribute("data-first", bar.first.description)],
        title: "\(bar.text): \(Numerals.counted(bar.count, "event"))"
          + (bar.isBurst ? ", burst" : "") + (bar.isPartial ? ", in part" : ""))
    }
    let end = asOf.advanced(by: 1)
    let marks = time.shows(end) ? [Node.asOfLine(asOf, time.x(end), top: top, foot: foot)] : []
    return Figure(
      "trend", title: title, sentence: sentence, width: options.width, height: foot + 24,
      Node.axis(scale.whole, left: left, right: options.width - 10, ValueScale.short)
        + Node.axis(time, labels: foot + 18, from: top, to: foot + 4) + bursts(time, top) + drawn
        + marks)
  }

  private var total: Int { bars.map(\.count).reduce(0, +) }

  private var title: String {
    "\(Numerals.counted(total, "event")), \(bars[0].text) to \(bars.last!.text)"
  }

  private var runs: [ArraySlice<Bar>] {
    bars.split { !$0.isBurst }
  }

  private var sentence: String {
    let most = bars.max { $0.count < $1.count }!
    let bursts = runs.map { run in
      run.count == 1 ? run.first!.text : "\(run.first!.text) to \(run.last!.text)"
    }
    return
      "\(Numerals.counted(total, "event")) in \(Numerals.counted(bars.count, "interval")); most, "
      + "\(most.count), in \(most.text)"
      + (bursts.isEmpty ? "; no burst." : "; bursts: \(bursts.joined(separator: ", ")).")
  }

  /// A bracket with a word over each burst, where there is room for the word.
  private func bursts(_ time: TimeScale, _ top: Double) -> [Node] {
    var used = -Double.infinity
    return runs.flatMap { run -> [Node] in
      let from = time.x(run.first!.first)
      let to = min(time.x(run.last!.last.advanced(by: 1)), time.right)
      let bar = Node.rect(from, top - 8, max(to - from, 2), 3, "burst")
      let half = TextWidth.of("burst", size: 11) / 2
      let middle = min(max((from + to) / 2, time.left + half), time.right - half)
      guard middle - half > used + 6 else { return [bar] }
      used = middle + half
      return [bar, .label("burst", middle, top - 12, "tick", anchor: .middle)]
    }
  }
}

extension ValueScale {
  /// The same with ticks at whole numbers alone.
  fileprivate var whole: ValueScale {
    high - low >= 4 ? self : ValueScale(.linear, 0, 4, start, end)
  }
}
