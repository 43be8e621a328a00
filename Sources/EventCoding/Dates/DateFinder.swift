import EventModel

/// Finds dates in a text of which it may not be known when it was published.
struct DateFinder {
  private let scanners: [DateScanner]

  init(_ text: FoldedText, published: CivilDay?) {
    let days = published.map { [$0] } ?? DateFinder.anyDays
    scanners = days.map { DateScanner(text: text, published: $0) }
  }

  /// Two days of which nothing is the same: a date that both give is told from neither.
  private static let anyDays = [CivilDay(number: 434), CivilDay(number: 29_149)]

  /// What stands at an offset and where it ends; no date where it is told from a day that is not
  /// known.
  func date(at start: Int) -> (date: Quantity?, end: Int)? {
    let found = scanners.map { $0.date(at: start) }
    guard let end = found.compactMap({ $0?.span.upperBound }).max() else { return nil }
    return (found.allSatisfy { $0 == found[0] } ? found[0] : nil, end)
  }
}
