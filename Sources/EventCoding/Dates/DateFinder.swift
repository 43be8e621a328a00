import EventModel

/// Finds dates in a text of which it may not be known when it was published.
struct DateFinder {
  private let scanner: DateScanner
  /// Reads the text as of another day, where the day is not known.
  private let other: DateScanner?

  init(_ text: FoldedText, published: CivilDay?) {
    let (one, another) = DateFinder.anyDays
    scanner = DateScanner(text: text, published: published ?? one)
    other = published == nil ? DateScanner(text: text, published: another) : nil
  }

  /// Two days of which nothing is the same: a date that both give is told from neither.
  private static let anyDays = (CivilDay(number: 434), CivilDay(number: 29_149))

  /// What stands at an offset and where it ends; no date where it is told from a day that is not
  /// known.
  func date(at start: Int) -> (date: Quantity?, end: Int)? {
    let found = scanner.date(at: start)
    guard let other else { return found.map { ($0, $0.span.upperBound) } }
    let elsewhere = other.date(at: start)
    let ends = [found, elsewhere].compactMap { $0?.span.upperBound }
    return ends.max().map { (found == elsewhere ? found : nil, $0) }
  }
}
