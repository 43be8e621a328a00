package import EventModel
import JSONText
import Projections

extension Inquiry {
  package static let show = Inquiry(
    "show", "Show one event with its mentions, its history and why it was coded so.",
    schema: EventDetail.schema,
    [Parameter("event", .text, "The event's id, or its first digits.", isRequired: true)]
  ) { question, arguments in
    try question.event(named: arguments.text("event") ?? "").naming(question.names()).document
  }
}

extension Question {
  /// The position of the record that founded the one event that a prefix of an id names.
  func number(ofEvent prefix: String) throws -> Int64 {
    let numbers = try snapshot.events(named: Question.digits(prefix, of: "event"))
    guard numbers.count <= 1 else {
      let ids = try numbers.prefix(5).compactMap { try snapshot.eventWithRetracted($0)?.id }
      throw QueryError(
        "\(numbers.count) events begin with \(prefix)",
        hint: "give more digits: \(ids.map(\.description).joined(separator: ", "))")
    }
    guard let number = numbers.first else {
      let act = try snapshot.act(named: prefix.lowercased())
      throw NoSuchEvent(prefix: prefix, undoneBy: act?.undoing?.record)
    }
    return number
  }

  /// The first digits of an id, in lower case; throws where they are too few to name anything.
  static func digits(_ prefix: String, of thing: String) throws(QueryError) -> String {
    guard prefix.utf8.count >= 4, prefix.allSatisfy(\.isHexDigit) else {
      throw QueryError(
        "“\(prefix)” names no \(thing)", hint: "give at least four hexadecimal digits of its id")
    }
    return prefix.lowercased()
  }

  /// The one event that a prefix of an id names.
  package func event(named prefix: String) throws -> EventDetail {
    let number = try number(ofEvent: prefix)
    guard let all = try snapshot.eventWithRetracted(number) else {
      throw NoSuchEvent(prefix: prefix)
    }
    let digits = prefix.lowercased()
    let current = try snapshot.event(number)
    let history = try snapshot.history(of: all.accounts)
    return EventDetail(
      view: current ?? all, isRetracted: current == nil,
      merged: all.accounts.contains { $0.id.description.hasPrefix(digits) && $0.id != all.id }
        && !all.id.description.hasPrefix(digits) ? digits : nil,
      history: try history.map { record in
        EventDetail.Step(record: record, corrections: try corrections(by: record))
      })
  }

  /// What an amendment put in the place of what.
  private func corrections(by record: Record) throws -> [EventDetail.Correction] {
    guard case .eventAmended(let amendment) = record.change,
      let before = try snapshot.at(record.position - 1).account(amendment.of),
      let after = try snapshot.at(record.position).account(amendment.of)
    else { return [] }
    let (old, new) = (before.report.event.json, after.report.event.json)
    let fields = EventPatch.difference(from: before.report.event, to: after.report.event)?.fields
    var corrections = (fields ?? []).map { field in
      EventDetail.Correction(field: field.key, old: old[field.key], new: new[field.key])
    }
    // Where the place is the same, the name of the source is what changed, if anything did.
    let (was, now) = (before.report.mention, after.report.mention)
    let places = was.url == now.url ? (was.source, now.source) : (was.url, now.url)
    if places.0 != places.1 {
      corrections.append(
        EventDetail.Correction(
          field: "source", old: places.0.map(JSON.string), new: places.1.map(JSON.string)))
    }
    return corrections
  }
}

/// No event bears an id that begins like this.
package struct NoSuchEvent: Error, Equatable, Sendable {
  package let prefix: String
  /// The record that undid it, where it was added by hand.
  package let undoneBy: RecordID?

  init(prefix: String, undoneBy: RecordID? = nil) {
    self.prefix = prefix
    self.undoneBy = undoneBy
  }
}
