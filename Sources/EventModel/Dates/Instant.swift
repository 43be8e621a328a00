/// A moment in milliseconds since 1970-01-01T00:00:00Z, leap seconds ignored as in POSIX.
package struct Instant: Hashable, Comparable, Sendable {
  package let milliseconds: Int64

  package init(milliseconds: Int64) { self.milliseconds = milliseconds }

  /// The first moment of a day in UTC.
  package init(_ day: CivilDay) { milliseconds = Int64(day.number) * 86_400_000 }

  /// The day in UTC.
  package var day: CivilDay {
    CivilDay(number: Int((Double(milliseconds) / 86_400_000).rounded(.down)))
  }

  package static func < (left: Instant, right: Instant) -> Bool {
    left.milliseconds < right.milliseconds
  }
}

extension Instant: CustomStringConvertible {
  /// RFC 3339 in UTC; the fraction is left out when it is zero.
  package var description: String {
    let day = self.day
    let rest = Int(milliseconds - Int64(day.number) * 86_400_000)
    let clock = [rest / 3_600_000, rest / 60_000 % 60, rest / 1000 % 60].map { padded($0, 2) }
    let fraction = rest % 1000 == 0 ? "" : "." + padded(rest % 1000, 3)
    return "\(day)T\(clock.joined(separator: ":"))\(fraction)Z"
  }

  /// Reads RFC 3339 (`2023-05-15T09:06:00+08:00`), and a day alone as its first moment in UTC.
  package init?(_ text: String) {
    guard let day = CivilDay(text.prefix(10)) else { return nil }
    var clock = text.dropFirst(10)
    guard let mark = clock.popFirst() else {
      self.init(day)
      return
    }
    guard "Tt ".contains(mark), clock.utf8.count >= 8 else { return nil }
    let parts = clock.prefix(8).split(separator: ":").compactMap { decimal($0) }
    guard parts.count == 3, parts[0] < 24, parts[1] < 60, parts[2] < 61 else { return nil }
    clock = clock.dropFirst(8)
    var fraction = 0
    if clock.first == "." {
      let digits = clock.dropFirst().prefix { $0.isNumber }
      fraction = decimal((digits + "000").prefix(3)) ?? 0
      clock = clock.dropFirst(digits.count + 1)
    }
    guard let offset = Instant.offset(clock) else { return nil }
    let seconds = parts[0] * 3600 + parts[1] * 60 + parts[2] - offset * 60
    self.init(
      milliseconds: Int64(day.number) * 86_400_000 + Int64(seconds * 1000 + fraction))
    guard self.day.isWritable else { return nil }
  }

  /// Minutes east of UTC.
  private static func offset(_ text: Substring) -> Int? {
    if text == "Z" || text == "z" { return 0 }
    guard let sign = text.first, "+-".contains(sign) else { return nil }
    let parts = text.dropFirst().split(separator: ":").compactMap { decimal($0) }
    guard parts.count == 2, parts[0] < 24, parts[1] < 60 else { return nil }
    return (parts[0] * 60 + parts[1]) * (sign == "-" ? -1 : 1)
  }
}
