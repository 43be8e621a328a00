import JSONText

/// One more report of an event that the log knows already.
package struct EventMention: Equatable, Sendable {
  package let of: RecordID
  package let report: Report
  /// How alike the report and the event are, 0...1.
  package let score: Double
  /// Why they were taken for the same, in words.
  package let reason: String

  package init(of event: RecordID, report: Report, score: Double, reason: String) {
    self.of = event
    self.report = report
    self.score = score
    self.reason = reason
  }
}

extension EventMention {
  var json: JSON {
    .object([
      "of": of.json, "event": report.event.json, "mention": report.mention.json,
      "score": .number(score), "reason": .string(reason),
    ])
  }

  init(json: JSON) throws(FieldError) {
    self.init(
      of: try json.recordID("of"), report: try Report(json: json),
      score: try json.optionalDouble("score") ?? 1, reason: try json.optionalText("reason") ?? "")
  }
}
