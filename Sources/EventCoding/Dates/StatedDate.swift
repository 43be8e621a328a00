package import EventModel

/// A date or span of time that a text states, resolved against the day of publication.
package struct StatedDate: Hashable, Sendable {
  /// `2023-Q1`, `2018-H1`, `2016-W52`, `2023-05-09`; `a..b` for a range, open ends empty.
  package let text: String
  /// nil for an open start.
  package let first: CivilDay?
  /// nil for an open end.
  package let last: CivilDay?
  /// day, week, month, quarter, half, year, fiscal-year or range.
  package let precision: String
  /// The same in EDTF, for events.
  package let partialDate: PartialDate?

  package init(_ date: PartialDate, precision: String? = nil) {
    let ends = date.text.split(separator: "/", omittingEmptySubsequences: false)
    let isInterval = ends.count == 2
    text =
      isInterval ? ends.map { $0 == ".." ? "" : $0 }.joined(separator: "..") : date.text
    first = date.first
    last = date.last
    self.precision = precision ?? (isInterval ? "range" : date.precision.rawValue)
    partialDate = date
  }

  /// Everything from the start of one to the end of the other.
  package init(from opening: PartialDate?, to closing: PartialDate?, precision: String = "range") {
    // An interval has no name that could stand at the end of another.
    let start =
      opening?.precision == .interval ? opening?.first.map { PartialDate($0) } : opening
    let end = closing?.precision == .interval ? closing?.last.map { PartialDate($0) } : closing
    text = "\(start?.text ?? "")..\(end?.text ?? "")"
    first = start?.first
    last = end?.last
    self.precision = precision
    partialDate = start == nil && end == nil ? nil : PartialDate(from: start, to: end)
  }
}
