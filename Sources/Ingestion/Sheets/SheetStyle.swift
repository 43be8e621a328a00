import EventCoding
import EventModel

/// How the dates and numbers of a table are written.
package struct SheetStyle: Sendable {
  /// What `3/4/2026` means.
  package enum DayOrder: String, Sendable, CaseIterable { case dmy, mdy }

  package var dayOrder: DayOrder?
  /// What `1.700` and `1,700` mean.
  package var hasDecimalComma: Bool

  package init(dayOrder: DayOrder? = nil, hasDecimalComma: Bool = false) {
    self.dayOrder = dayOrder
    self.hasDecimalComma = hasDecimalComma
  }
}

extension SheetStyle {
  /// Reads EDTF, `14.8.2026`, `14/8/2026`, `14 August 2026`, `Q3 2026`, `2026年8月`; what follows a
  /// day as its time is left out.
  func date(_ text: String, _ key: String) throws(FieldError) -> String {
    if let date = try? PartialDate(edtf: text) { return date.text }
    if let words = SheetStyle.dayAndTime(text) { return try date(words, key) }
    if let numbers = SheetStyle.slashes(text) {
      guard let order = numbers.isDotted ? .dmy : dayOrder ?? SheetStyle.order(of: numbers) else {
        throw FieldError(
          key: key,
          problem: "“\(text)” may be read in two ways: say --days dmy or --days mdy")
      }
      let (day, month) =
        order == .dmy ? (numbers.first, numbers.second) : (numbers.second, numbers.first)
      if let day = CivilDay(year: numbers.year, month: month, day: day) { return day.description }
    }
    if let date = Quantity.alone(in: text)?.date?.partialDate { return date.text }
    throw FieldError(
      key: key,
      problem: "“\(text)” is not a date: write it as 2022-11-30, 30.11.2022, 2023-05 or 1950")
  }

  /// The order that the dates of a column show: a number over 12 is a day. Nil where none shows it, or
  /// where they contradict each other.
  static func order(of texts: [String]) -> DayOrder? {
    let orders = Set(texts.compactMap(slashes).filter { !$0.isDotted }.compactMap(order))
    return orders.count == 1 ? orders.first : nil
  }

  private struct Numbers {
    let first: Int
    let second: Int
    let year: Int
    let isDotted: Bool
  }

  private static func order(of numbers: Numbers) -> DayOrder? {
    if numbers.first == numbers.second || numbers.first > 12 { return .dmy }
    return numbers.second > 12 ? .mdy : nil
  }

  /// A day, a month and a year, in numbers with points, strokes or hyphens between them.
  private static func slashes(_ text: String) -> Numbers? {
    for mark in [Character("."), "/", "-"] {
      let parts = text.split(separator: mark, omittingEmptySubsequences: false).map(String.init)
      guard parts.count == 3, parts[0].count <= 2, parts[1].count <= 2, let first = Int(parts[0]),
        let second = Int(parts[1]), let year = Int(parts[2]), [2, 4].contains(parts[2].count)
      else { continue }
      let century = parts[2].count == 4 ? 0 : year < 70 ? 2000 : 1900
      return Numbers(first: first, second: second, year: century + year, isDotted: mark == ".")
    }
    return nil
  }

  /// The day before a time of day; nil where there is none.
  private static func dayAndTime(_ text: String) -> String? {
    guard let space = text.firstIndex(of: " ") else { return nil }
    let time = text[space...].dropFirst().prefix { $0 != ":" }
    guard text[space...].contains(":"), !time.isEmpty, time.count <= 2, time.allSatisfy(\.isNumber)
    else { return nil }
    return String(text[..<space])
  }
}
