import JSONText
import Querying

/// The intervals of a forecast's views as lines of a terminal, all on one scale.
enum FanText {
  /// A line a row with a median and intervals, and the scale beneath.
  static func lines(_ rows: [JSON], width: Int, _ strokes: Strokes) -> [String] {
    let views = rows.compactMap(View.init)
    guard let main = views.first(where: { $0.name.hasPrefix("…") }) ?? views.first else {
      return []
    }
    let gutter = views.map { DisplayWidth.of($0.name) }.max() ?? 0
    let places = min(60, max(10, width - gutter - 2))
    let longest = max(main.ends[1].upperBound * 1.2, main.median * 1.5)
    guard longest > 0 else { return [] }
    // What is longer ends at the edge: baselines may be longer than any integer.
    func place(_ value: Double) -> Int {
      Int((min(1, max(0, value / longest)) * Double(places - 1)).rounded())
    }
    let lines = views.map { view in
      var line = [Character](repeating: " ", count: places)
      for (range, stroke) in zip(view.ends, strokes.bands) {
        for index in place(range.lowerBound)...place(range.upperBound) { line[index] = stroke }
      }
      line[place(view.median)] = strokes.median
      return DisplayWidth.padded(view.name, to: gutter) + "  " + String(line)
    }
    let end = Numerals.short(longest)
    let indent = String(repeating: " ", count: gutter + 2)
    let space = String(repeating: " ", count: max(1, places - 1 - end.count))
    let key = zip(strokes.bands, ["95", "80", "50"]).map { "\($0) \($1) %" }.joined(separator: "  ")
    return lines + [indent + "0" + space + end, indent + key + "  \(strokes.median) median"]
  }

  private struct View {
    let name: String
    let median: Double
    /// Of 95, 80 and 50 %.
    let ends: [ClosedRange<Double>]

    init?(_ row: JSON) {
      guard let median = row["median"]?.double, let name = row["view"]?.string else { return nil }
      (self.name, self.median) = (name, median)
      ends = ["95", "80", "50"].compactMap { level in
        let pair = (row["intervals"]?[level]?.elements ?? []).compactMap(\.double)
        return pair.count == 2 && pair[0] <= pair[1] ? pair[0]...pair[1] : nil
      }
      guard ends.count == 3 else { return nil }
    }
  }
}
