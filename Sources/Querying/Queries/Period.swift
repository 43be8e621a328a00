package import EventModel

/// The days that a question is about; both ends belong, an open end is nil.
package struct Period: Equatable, Sendable {
  package let first: CivilDay?
  package let last: CivilDay?

  package static let all = Period(first: nil, last: nil)

  package init(first: CivilDay?, last: CivilDay?) {
    self.first = first
    self.last = last
  }

  package init(_ date: PartialDate) {
    self.init(first: date.first, last: date.last)
  }

  /// The days that belong to both.
  package func intersection(_ other: Period) -> Period {
    Period(
      first: [first, other.first].compactMap(\.self).max(),
      last: [last, other.last].compactMap(\.self).min())
  }

  /// `2022-11-01..2023-05-31`; an open end is empty.
  package var text: String { "\(first?.description ?? "")..\(last?.description ?? "")" }
}

extension Period {
  /// Reads what people type: `2026`, `2026Q3`, `2026-08`, `2026-08-14`, `A..B`, `A..`, `..B`,
  /// `today`, `yesterday`, `this month`, `last year`, `last 90 days`. A date names the whole of its
  /// unit.
  package init(_ text: String, today: CivilDay) throws(QueryError) {
    let ends = text.components(separatedBy: "..")
    switch ends.count {
    case 1: self = try Period.unit(text, today)
    case 2 where !(ends[0].isEmpty && ends[1].isEmpty):
      let start = ends[0].isEmpty ? nil : try Period.unit(ends[0], today).first
      let end = ends[1].isEmpty ? nil : try Period.unit(ends[1], today).last
      if let start, let end, end < start {
        throw QueryError("the period \(text) ends before it begins", hint: "swap its ends")
      }
      self.init(first: start, last: end)
    default: throw Period.unreadable(text)
    }
  }

  private static func unit(_ text: String, _ today: CivilDay) throws(QueryError) -> Period {
    let words = text.lowercased().split(separator: " ").map(String.init)
    switch words.count {
    case 1 where words[0] == "today": return Period(first: today, last: today)
    case 1 where words[0] == "yesterday":
      return Period(first: today.advanced(by: -1), last: today.advanced(by: -1))
    case 1: return try written(words[0], as: text)
    case 2 where words[0] == "this": if let period = calendar(words[1], today) { return period }
    case 2 where words[0] == "last":
      if let now = calendar(words[1], today), let first = now.first,
        let before = calendar(words[1], first.advanced(by: -1))
      {
        return before
      }
    case 3 where words[0] == "last":
      if let count = Int(words[1]), 1...100_000 ~= count,
        let first = start(of: count, words[2], today)
      {
        return Period(first: first, last: today)
      }
    default: break
    }
    throw unreadable(text)
  }

  /// A date with its unit: EDTF, or the quarter as people write it, `2026Q3`.
  private static func written(_ word: String, as text: String) throws(QueryError) -> Period {
    let upper = word.uppercased()
    let hyphenated =
      upper.dropFirst(4).first == "Q" ? "\(upper.prefix(4))-\(upper.dropFirst(4))" : upper
    guard let date = try? PartialDate(edtf: hyphenated) else { throw unreadable(text) }
    return Period(date)
  }

  private static func calendar(_ unit: String, _ day: CivilDay) -> Period? {
    let (year, month, _) = day.components
    switch unit {
    case "week":
      let monday = day.advanced(by: 1 - day.weekday)
      return Period(first: monday, last: monday.advanced(by: 6))
    case "month": return Period(PartialDate(year: year, month: month))
    case "quarter": return Period(PartialDate(year: year, quarter: (month + 2) / 3))
    case "year": return Period(PartialDate(year: year))
    default: return nil
    }
  }

  private static func start(of count: Int, _ unit: String, _ today: CivilDay) -> CivilDay? {
    switch unit {
    case "day", "days": today.advanced(by: 1 - count)
    case "week", "weeks": today.advanced(by: 1 - 7 * count)
    case "month", "months": today.advanced(byMonths: -count).advanced(by: 1)
    case "year", "years": today.advanced(byMonths: -12 * count).advanced(by: 1)
    default: nil
    }
  }

  private static func unreadable(_ text: String) -> QueryError {
    QueryError(
      "“\(text)” is not a period",
      hint: "write 2026, 2026Q3, 2026-08, 2026-08-14, 2022-11..2023-05, last month or last 90 days")
  }
}

extension String {
  fileprivate func components(separatedBy separator: String) -> [String] {
    split(separator: separator, omittingEmptySubsequences: false).map(String.init)
  }
}
