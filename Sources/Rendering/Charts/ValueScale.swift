import Foundation

/// Numbers to places from one end to the other, with ticks at round numbers.
struct ValueScale {
  enum Kind { case linear, logarithmic }

  let kind: Kind
  let low: Double
  let high: Double
  /// Where the lowest and the highest stand.
  let start: Double
  let end: Double

  /// Nought to at least the highest.
  init(upTo high: Double, start: Double, end: Double) {
    let step = ValueScale.step(high, about: 4)
    self.init(.linear, 0, max(step, (high / step).rounded(.up) * step), start, end)
  }

  /// All of these, which are positive.
  init(logarithmic range: ClosedRange<Double>, start: Double, end: Double) {
    let (low, high) = (range.lowerBound, range.upperBound)
    let margin = max(pow(high / low, 0.06), 1.15)
    self.init(.logarithmic, low / margin, high * margin, start, end)
  }

  init(_ kind: Kind, _ low: Double, _ high: Double, _ start: Double, _ end: Double) {
    (self.kind, self.low, self.high, self.start, self.end) = (kind, low, high, start, end)
  }

  func place(_ value: Double) -> Double {
    let share =
      kind == .linear
      ? (value - low) / (high - low) : log(value / low) / log(high / low)
    return start + min(max(share, 0), 1) * (end - start)
  }

  var ticks: [Double] {
    guard kind == .logarithmic else {
      let step = ValueScale.step(high - low, about: 4)
      return stride(from: (low / step).rounded(.up) * step, through: high + step / 1e6, by: step)
        .map { $0 }
    }
    let decades =
      Int(
        log10(low).rounded(.up))...max(
        Int(log10(low).rounded(.up)), Int(log10(high).rounded(.down)))
    let every = max(1, (decades.count + 4) / 5)
    let tens = decades.filter { $0 % every == 0 }.map { pow(10, Double($0)) }
    let fine = decades.count > 2 ? [1] : [1.0, 2, 5]
    let all = ([pow(10, Double(decades.lowerBound - 1))] + tens).flatMap { ten in
      fine.map { $0 * ten }
    }
    return all.filter { low <= $0 && $0 <= high }
  }

  /// 1, 2 or 5 times a power of ten, of which so many make the span.
  private static func step(_ span: Double, about count: Double) -> Double {
    let rough = max(span / count, 1e-12)
    let ten = pow(10, log10(rough).rounded(.down))
    return ten * ([1, 2, 5, 10].first { $0 * ten >= rough } ?? 10)
  }

  /// `36M`, `1.4B`, `2T`: three digits at most.
  static func short(_ value: Double) -> String {
    for (size, sign) in [(1e12, "T"), (1e9, "B"), (1e6, "M"), (1e3, "k")]
    where size..<1e15 ~= abs(value) {
      return digits(value / size) + sign
    }
    guard abs(value) >= 1e15, value.isFinite else { return digits(value) }
    let exponent = Int(log10(abs(value)).rounded(.down))
    return "\(digits(value / pow(10, Double(exponent))))e\(exponent)"
  }

  private static func digits(_ value: Double) -> String {
    let scale = abs(value) >= 100 ? 1.0 : abs(value) >= 10 ? 10 : abs(value) >= 1 ? 100 : 10_000
    let rounded = (value * scale).rounded() / scale
    return rounded == rounded.rounded() ? "\(Int(rounded))" : "\(rounded)"
  }
}
