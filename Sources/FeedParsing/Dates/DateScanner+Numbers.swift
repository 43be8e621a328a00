/// Numbers: times, offsets, and the days, months and years of dates without month names.
extension DateScanner {
  mutating func scanNumber() -> Bool {
    let start = index
    guard let value = digits(1, 10) else { return false }
    let width = index - start
    if current == UInt8(ascii: ":") || beginsDottedTime { return scanTime(hour: value, width) }
    if let isAfternoon = meridiem(at: index), width <= 2 {
      (date.hour, date.isAfternoon, date.hasTime) = (value, isAfternoon, true)
      return true
    }
    if let unit = DateUnit(bytes, at: index) { return set(unit, value, width) }
    let number = Number(value: value, width: width)
    if numbers.first == nil {
      numbers.first = number
      numberSeparator = current
    } else if numbers.second == nil {
      numbers.second = number
    } else if numbers.third == nil {
      numbers.third = number
    } else {
      return false
    }
    return true
  }

  private mutating func set(_ unit: DateUnit, _ value: Int, _ width: Int) -> Bool {
    switch unit {
    case .year: date.year = era.map { $0 + value } ?? year(Number(value: value, width: width))
    case .month: date.month = value
    case .day: date.day = value
    case .hour: (date.hour, date.hasTime) = (value, true)
    case .minute: date.minute = value
    case .second: date.second = value
    }
    return true
  }

  /// `am`, ` AM`, ` p.m.`.
  private func meridiem(at position: Int) -> Bool? {
    var text = bytes[min(position, bytes.count)...].prefix(4)
    if text.first?.isSpace == true { text = text.dropFirst() }
    guard let letter = text.popFirst() else { return nil }
    if text.first == UInt8(ascii: ".") { text = text.dropFirst() }
    guard text.first.map({ $0 | 0x20 }) == UInt8(ascii: "m"),
      text.dropFirst().first?.isLetter != true
    else { return nil }
    switch letter | 0x20 {
    case UInt8(ascii: "a"): return false
    case UInt8(ascii: "p"): return true
    default: return nil
    }
  }

  /// Whether `.mm` follows the day, as in `5 giugno 2025 alle 9.00`.
  private var beginsDottedTime: Bool {
    let hasDay = date.day != nil || numbers.first != nil
    let isDated =
      date.year != nil && hasDay || date.month != nil && numbers.second != nil
      || numbers.third != nil
    guard isDated, !date.hasTime, current == UInt8(ascii: "."), index + 2 < bytes.count else {
      return false
    }
    return bytes[index + 1].isDigit && bytes[index + 2].isDigit
  }

  /// `:mm[:ss[.fff]]`, or with points; a fourth part makes it no time.
  private mutating func scanTime(hour: Int, _ width: Int) -> Bool {
    guard !date.hasTime, width <= 2 else { return false }
    let separator = current
    index += 1
    guard let minute = digits(1, 2) else { return false }
    (date.hour, date.minute, date.hasTime) = (hour, minute, true)
    guard current == separator, index + 1 < bytes.count, bytes[index + 1].isDigit else {
      return current != UInt8(ascii: ":")
    }
    index += 1
    guard let second = digits(1, 2) else { return false }
    date.second = second
    if current == UInt8(ascii: ".") || current == UInt8(ascii: ","), index + 1 < bytes.count,
      bytes[index + 1].isDigit
    {
      index += 1
      scanFraction()
    }
    return current != UInt8(ascii: ":")
  }

  private mutating func scanFraction() {
    var scale = 100
    while current.isDigit {
      date.millisecond += Int(current - 0x30) * scale
      scale /= 10
      index += 1
    }
  }

  /// `+hh`, `+hhmm`, `+hh:mm`, `+h:mm`.
  mutating func scanOffset() -> Bool {
    let sign = current == UInt8(ascii: "-") ? -1 : 1
    index += 1
    let start = index
    guard let value = digits(1, 4) else { return false }
    let width = index - start
    var minutes = width <= 2 ? value * 60 : value / 100 * 60 + value % 100
    if width > 2, value % 100 >= 60 { return false }
    if current == UInt8(ascii: ":") {
      index += 1
      guard width <= 2, let more = digits(2, 2), more < 60 else { return false }
      minutes += more
    }
    date.offset = sign * minutes
    return true
  }

  /// Gives the loose numbers their places; false when they cannot be a date.
  mutating func settle() -> Bool {
    let (first, second, third) = numbers
    guard let first else { return date.year != nil }
    if date.year != nil { return second == nil && date.day == nil ? place(day: first) : false }
    if date.month != nil { return settleWithMonth(first, second, third) }
    guard let second, let third else { return false }
    if let era {
      (date.year, date.month, date.day) = (era + first.value, second.value, third.value)
    } else if first.width == 4 {
      (date.year, date.month, date.day) = (first.value, second.value, third.value)
    } else {
      let dayFirst =
        first.value > 12
        || (second.value <= 12 && numberSeparator != UInt8(ascii: "/"))
      date.day = dayFirst ? first.value : second.value
      date.month = dayFirst ? second.value : first.value
      date.year = year(third)
    }
    return true
  }

  private mutating func place(day: Number) -> Bool {
    date.day = day.value
    return true
  }

  private mutating func settleWithMonth(_ first: Number, _ second: Number?, _ third: Number?)
    -> Bool
  {
    guard third == nil else { return false }
    guard let second else {
      guard first.width == 4 else { return false }
      date.year = first.value
      return true
    }
    let yearFirst = first.width == 4
    date.year = year(yearFirst ? first : second)
    date.day = yearFirst ? second.value : first.value
    return true
  }

  /// RFC 2822 §4.3: two digits below 50 are this century.
  private func year(_ number: Number) -> Int {
    guard number.width <= 2 else { return number.value }
    return number.value + (number.value < 50 ? 2000 : 1900)
  }

  /// `yyyymmdd` before a time, as in `20250605T090000Z`; leaves the index alone when it is none.
  mutating func scanBasicISO() -> Bool {
    let start = index
    guard let day = digits(8, 8), current.isSpace || current | 0x20 == UInt8(ascii: "t") else {
      index = start
      return false
    }
    (date.year, date.month, date.day) = (day / 10_000, day / 100 % 100, day % 100)
    index += 1
    let timeStart = index
    guard let time = digits(4, 6), index - timeStart != 5 else { return true }
    let seconds = index - timeStart == 6 ? time : time * 100
    (date.hour, date.minute, date.second) = (seconds / 10_000, seconds / 100 % 100, seconds % 100)
    date.hasTime = true
    if current == UInt8(ascii: "."), index + 1 < bytes.count, bytes[index + 1].isDigit {
      index += 1
      scanFraction()
    }
    return true
  }

  /// Dates without separators: `yyyymmdd`, `yymmdd`, `yyddd`, `-yymm`, seconds since 1970.
  mutating func scanCompact() -> ClaimedDate? {
    let isTruncated = current == UInt8(ascii: "-")
    if isTruncated { index += 1 }
    let start = index
    guard let value = digits(2, 14) else { return nil }
    let width = index - start
    if isTruncated { return truncated(value, width) }
    switch width {
    case 4: (date.year, date.month) = (value, 1)
    case 5:
      let (year, month, day) = CivilDate.date(
        fromDays: CivilDate.days(2000 + value / 1000, 1, 1) + value % 1000 - 1)
      (date.year, date.month, date.day) = (year, month, day)
      guard 1...366 ~= value % 1000, value < 20_000 else { return nil }
    case 6:
      (date.year, date.month, date.day) = (2000 + value / 10_000, value / 100 % 100, value % 100)
    case 8: (date.year, date.month, date.day) = (value / 10_000, value / 100 % 100, value % 100)
    case 14: compactTime(value)
    case 10: return since1970(milliseconds: value * 1000)
    case 13: return since1970(milliseconds: value)
    default: return nil
    }
    return date
  }

  private mutating func compactTime(_ value: Int) {
    let (day, time) = (value / 1_000_000, value % 1_000_000)
    (date.year, date.month, date.day) = (day / 10_000, day / 100 % 100, day % 100)
    (date.hour, date.minute, date.second) = (time / 10_000, time / 100 % 100, time % 100)
    date.hasTime = true
  }

  private mutating func truncated(_ value: Int, _ width: Int) -> ClaimedDate? {
    var month = value % 100
    var year = value / 100
    if width == 2, current == UInt8(ascii: "-") {
      index += 1
      guard let second = digits(2, 2) else { return nil }
      (year, month) = (value, second)
    } else if width != 4 {
      return nil
    }
    guard index == bytes.count else { return nil }
    (date.year, date.month) = (2000 + year, month)
    return date
  }

  private func since1970(milliseconds: Int) -> ClaimedDate {
    let days = Int(Int64(milliseconds).flooredQuotient(86_400_000))
    let rest = milliseconds - days * 86_400_000
    var date = ClaimedDate()
    let (year, month, day) = CivilDate.date(fromDays: days)
    (date.year, date.month, date.day) = (year, month, day)
    (date.hour, date.minute, date.second) = (rest / 3_600_000, rest / 60_000 % 60, rest / 1000 % 60)
    (date.millisecond, date.hasTime, date.offset) = (rest % 1000, true, 0)
    return date
  }
}
