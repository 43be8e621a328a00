extension ReferenceClass {
  /// The sequences annals knows by itself: facts restated with their sources.
  public static let embedded = ReferenceClass(longRun + technology + progress + models)

  /// Day numbers of dates written as 2023-05-15, separated by white space.
  static func days(_ text: String) -> [Int] {
    text.split(whereSeparator: \.isWhitespace).compactMap(DayNumber.number)
  }
}
