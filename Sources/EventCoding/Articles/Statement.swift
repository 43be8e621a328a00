import EventModel

/// An amount and what it says of whom: the smallest fact of a sentence.
struct Statement {
  let metric: String
  var type: TypeEntry
  var actors: [Int]
  var amounts: [Amount]
  /// Where the statement begins and ends in the article.
  var span: Range<Int>
  /// The words that named the metric.
  let trigger: String

  /// Changes and shares that belong to the statement before them.
  static let dependents: Set<String> = ["growth", "share", "margin"]
}
