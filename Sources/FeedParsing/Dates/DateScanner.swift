/// Reads a date out of bytes, left to right, without allocating for the usual spellings.
struct DateScanner {
  let bytes: UnsafeBufferPointer<UInt8>
  private let context: DateContext
  var index = 0
  var date = ClaimedDate()
  /// Numbers that are not yet known to be day, month or year, with their width in digits.
  var numbers: (first: Number?, second: Number?, third: Number?) = (nil, nil, nil)
  var numberSeparator: UInt8 = 0
  /// The year before the first of the era that the date names, as in 令和7年.
  var era: Int?
  private var wordCount = 0

  struct Number {
    let value: Int
    let width: Int
  }

  init(_ bytes: UnsafeBufferPointer<UInt8>, in context: DateContext) {
    (self.bytes, self.context) = (bytes, context)
  }

  var current: UInt8 { index < bytes.count ? bytes[index] : 0 }

  /// nil when the text is no date.
  mutating func scan() -> ClaimedDate? {
    if isAllDigits || current == UInt8(ascii: "-") { return scanCompact() }
    if !scanBasicISO(), scanISODate() {
      guard atDateEnd else { return nil }
    }
    while index < bytes.count {
      guard scanToken() else { return nil }
    }
    return settle() ? date : nil
  }

  private var isAllDigits: Bool { bytes.allSatisfy(\.isDigit) }

  /// After an ISO date comes a time or nothing.
  private var atDateEnd: Bool {
    index == bytes.count || current == UInt8(ascii: "T") || current == UInt8(ascii: "t")
      || current == UInt8(ascii: ",") || current == UInt8(ascii: "(") || current.isSpace
      || current >= 0x80
  }

  private mutating func scanToken() -> Bool {
    let byte = current
    if byte.isDigit { return scanNumber() }
    if byte.isLetter || byte >= 0x80 { return scanWord() }
    switch byte {
    case UInt8(ascii: "+"), UInt8(ascii: "-"):
      let isSign = date.hasTime && index + 1 < bytes.count && bytes[index + 1].isDigit
      let isWordSign =
        date.hasTime && index + 1 < bytes.count && bytes[index + 1].isLetter
        && byte == UInt8(ascii: "+")
      if isWordSign { return false }
      if isSign { return scanOffset() }
    case UInt8(ascii: "("):
      index = bytes.find(UInt8(ascii: ")"), from: index)
    default: break
    }
    index = min(index + 1, bytes.count)
    return true
  }

  /// `yyyy-mm-dd`, `yyyy/m/d`, `yyyy-mm`, `yyyy`; leaves the index alone when it is none.
  private mutating func scanISODate() -> Bool {
    let start = index
    guard let year = digits(4, 4) else { return false }
    let separator = current
    guard "-/.".utf8.contains(separator) else {
      if index == bytes.count { (date.year, date.month) = (year, 1) } else { index = start }
      return index != start
    }
    index += 1
    guard let month = digits(1, 3) else {
      index = start
      return false
    }
    (date.year, date.month) = (year, month)
    if "-/.".utf8.contains(current) {
      index += 1
      guard let day = digits(1, 2) else {
        index = bytes.count
        date.month = 0
        return true
      }
      date.day = day
    }
    return true
  }

  /// Between `least` and `most` digits, not followed by more; nil leaves the index alone.
  mutating func digits(_ least: Int, _ most: Int) -> Int? {
    var end = index
    var value = 0
    while end < bytes.count, bytes[end].isDigit, end - index < 18 {
      value = value * 10 + Int(bytes[end] - 0x30)
      end += 1
    }
    guard least...most ~= end - index else { return nil }
    index = end
    return value
  }

  private mutating func scanWord() -> Bool {
    let start = index
    while index < bytes.count, isWordByte(bytes[index]) { index += 1 }
    // An ISO date's T and Z touch digits.
    if start > 0, bytes[start] | 0x20 == UInt8(ascii: "t"), current.isDigit, index == start + 1 {
      return true
    }
    let word = UnsafeBufferPointer(rebasing: bytes[start..<index])
    wordCount += 1
    return apply(DateWord(word), word)
  }

  private func isWordByte(_ byte: UInt8) -> Bool {
    byte.isLetter || byte >= 0x80
      || (byte == UInt8(ascii: "/") || byte == UInt8(ascii: "_"))
        && date.hasTime
  }

  private mutating func apply(_ meaning: DateWord, _ word: UnsafeBufferPointer<UInt8>) -> Bool {
    switch meaning {
    case .month(let month): date.month = month
    case .weekday, .filler: break
    case .afternoon(let isAfternoon, let offset):
      date.isAfternoon = isAfternoon
      if let offset { date.impliedOffset = offset }
    case .implies(let offset): date.impliedOffset = offset
    case .zone(let offset): return setOffset(offset)
    case .ist: return setOffset(context.ist)
    case .cst: return setOffset(context.cst)
    // A word before the time, a zone after it.
    case .at: if date.hasTime { return setOffset(-240) }
    case .era(let before, let isFirst):
      era = before
      if isFirst { date.year = before + 1 }
    case .region(let zone): date.zone = zone
    case .unknown:
      // The weekday of a language we do not know, or a zone or place we do not know.
      if date.hasTime, word.has(UInt8(ascii: "/")) { break }
      if date.hasTime {
        guard word.count <= 5, date.offset == nil, word.allSatisfy({ 0x41...0x5A ~= $0 }) else {
          return false
        }
        date.offset = 0
      } else if wordCount > 1 || date.year != nil || numbers.first != nil {
        return false
      }
    }
    return true
  }

  private mutating func setOffset(_ offset: Int) -> Bool {
    if date.offset == nil { date.offset = offset }
    return date.hasTime || date.day != nil || numbers.first != nil
  }
}
