package import JSONText

/// What came of the questions of a run.
package struct ReadingTally: Equatable, Sendable {
  /// Items asked about, and how many of the answers hold in what they prove.
  package var asked = 0
  package var read = 0
  /// Parts of answers that were dropped, since nothing proves them.
  package var dropped = 0
  /// Items that are asked about another time.
  package var owed = 0
  package var questions = 0
  package var tokens = 0
  package var milliseconds: Int64 = 0
  /// Why questions failed, each once.
  package var failures: [String] = []

  package init() {}

  package var json: JSON {
    .object([
      "asked": .number(Int64(asked)), "read": .number(Int64(read)),
      "dropped": .number(Int64(dropped)), "owed": .number(Int64(owed)),
      "questions": .number(Int64(questions)), "tokens": .number(Int64(tokens)),
      "seconds": .number((Double(milliseconds) / 100).rounded() / 10),
      "failures": .strings(failures),
    ])
  }

  /// `read 12 of 14 items, dropped 3 unproven parts; 2 will be asked again`; nil where nothing was asked
  /// or owed.
  package var sentence: String? {
    guard asked + owed > 0 || !failures.isEmpty else { return nil }
    var parts = ["read \(read) of \(asked) \(asked == 1 ? "item" : "items")"]
    if dropped > 0 {
      parts[0] += ", dropped \(dropped) unproven \(dropped == 1 ? "part" : "parts")"
    }
    if owed > 0 { parts.append("\(owed) to be asked another time") }
    return (parts + failures).joined(separator: "; ")
  }
}
