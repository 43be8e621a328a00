import JSONText

/// Numbers as a line of small bars, those of neighbours together where there are more than places.
enum Sparkline {
  static func text(_ values: [Double], width: Int, _ strokes: Strokes) -> String {
    guard let most = values.max(), most > 0, width > 0 else { return "" }
    let each = (values.count + width - 1) / width
    let groups = stride(from: 0, to: values.count, by: each).map { start in
      values[start..<min(start + each, values.count)].reduce(0, +)
    }
    let peak = groups.max() ?? most
    return String(
      groups.map { value in
        if value <= 0 { return " " }
        let step = Int((value / peak * Double(strokes.steps.count)).rounded(.up)) - 1
        return strokes.steps[min(max(step, 0), strokes.steps.count - 1)]
      })
  }
}
