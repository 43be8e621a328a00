/// Spellings of numbers.
package enum Numerals {
  /// The digits of a decimal literal without an exponent: `1e-07` is `0.0000001`.
  package static func plain(_ literal: String) -> String {
    let parts = literal.lowercased().split(separator: "e", maxSplits: 1)
    guard parts.count == 2, let exponent = Int(parts[1]), abs(exponent) <= 400 else {
      return literal
    }
    let sign = parts[0].hasPrefix("-") ? "-" : ""
    let mantissa = parts[0].drop { "+-".contains($0) }.split(
      separator: ".", omittingEmptySubsequences: false)
    var digits = mantissa.joined()
    var point = mantissa[0].count + exponent
    if point <= 0 {
      digits = String(repeating: "0", count: 1 - point) + digits
      point = 1
    }
    digits += String(repeating: "0", count: max(0, point - digits.count))
    var fraction = String(digits.dropFirst(point))
    while fraction.last == "0" { fraction.removeLast() }
    return sign + digits.prefix(point) + (fraction.isEmpty ? "" : "." + fraction)
  }

  /// The shortest digits that read as the same double; none for what is no number.
  package static func plain(_ value: Double) -> String {
    guard value.isFinite else { return "" }
    return value == value.rounded() && abs(value) < 1e18 ? "\(Int64(value))" : plain("\(value)")
  }

  /// Thousands set apart by commas.
  package static func grouped(_ literal: String) -> String {
    let sign = literal.prefix { $0 == "-" }
    let whole = literal.dropFirst(sign.count).prefix { $0 != "." }
    var out = String(sign)
    for (index, digit) in whole.enumerated() {
      if index > 0, (whole.count - index) % 3 == 0 { out.append(",") }
      out.append(digit)
    }
    return out + literal.dropFirst(sign.count + whole.count)
  }

  /// Three significant digits, all of a number from a million on, and never an exponent for what fits
  /// without.
  package static func short(_ value: Double) -> String {
    if value == 0 { return "0" }
    if abs(value) >= 1e6, abs(value) < 1e18 { return grouped("\(Int(value.rounded()))") }
    guard 1e-4..<1e18 ~= abs(value) else { return "\(value)" }
    var scale = 1.0
    while abs(value) * scale < 100 { scale *= 10 }
    let rounded = (value * scale).rounded() / scale
    return rounded == rounded.rounded() ? "\(Int(rounded))" : "\(rounded)"
  }

  /// As people say it, in three significant digits: `1.55 trillion`, `5 × 10^26`.
  package static func told(_ value: Double) -> String {
    for (size, name) in [(1e12, "trillion"), (1e9, "billion"), (1e6, "million")]
    where size..<1e15 ~= abs(value) {
      return "\(short(value / size)) \(name)"
    }
    guard abs(value) >= 1e15, value.isFinite else { return short(value) }
    var exponent = 0
    var mantissa = value
    while abs(mantissa) >= 9.995 { (mantissa, exponent) = (mantissa / 10, exponent + 1) }
    return "\(short(mantissa)) × 10^\(exponent)"
  }

  /// The value to twelve significant digits: more than anybody reads, fewer than rounding errors touch.
  package static func rounded(_ value: Double) -> Double {
    guard 1e-12..<1e12 ~= abs(value) else { return value }
    var scale = 1.0
    while abs(value) * scale < 1e11 { scale *= 10 }
    return (value * scale).rounded() / scale
  }

  /// A size in the units of the SI, in three significant digits: `12.9 MB`.
  package static func bytes(_ count: Int64) -> String {
    var (value, units) = (Double(count), ["kB", "MB", "GB", "TB"][...])
    guard count >= 1000 else { return counted(Int(count), "byte") }
    value /= 1000
    while value >= 999.5, units.count > 1 { (value, units) = (value / 1000, units.dropFirst()) }
    return "\(short(value)) \(units.first!)"
  }

  /// `1 event`, `2 events`.
  package static func counted(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
  }

  /// Both ends: `2.29–5.4`.
  package static func short(_ range: ClosedRange<Double>) -> String {
    "\(short(range.lowerBound))–\(short(range.upperBound))"
  }
}
