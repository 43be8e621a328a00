import EventModel
import JSONText
import Querying

/// Where an answer goes on: `667.20`, row 20 of the answer as of @667, or `667.3fa9…`, behind an event.
struct Cursor {
  let head: Int64
  let place: String
  var row: Int { Int(place) ?? 0 }

  init(head: Int64, place: String) {
    self.head = head
    self.place = place
  }

  init(reading text: String) throws(QueryError) {
    let parts = text.split(separator: ".", maxSplits: 1)
    guard parts.count == 2, let head = Int64(parts[0]), head >= 0,
      parts[1].allSatisfy(\.isHexDigit)
    else { throw QueryError("cursor: “\(text)” was given by no answer") }
    self.init(head: head, place: String(parts[1]))
  }

  var text: String { "\(head).\(place)" }
}

/// A part of an answer.
struct AnswerPage {
  private let document: Document
  private let first: Int
  private let limit: Int

  init(_ document: Document, from first: Int, limit: Int) {
    self.document = document
    self.first = first
    self.limit = limit
  }

  /// The answer's object with rows of this page alone, what to know of quotations, `next` where there is
  /// more, and how much of other lists was left off.
  var json: JSON {
    let members = (document.json.members ?? []).filter { $0.key != "rows" && $0.key != "next" }
    let head = document.json["head"]?.integer ?? document.subject?.head ?? 0
    let rows = document.rows.dropFirst(first)
    var next = document.json["next"]?.string.map { Cursor(head: head, place: $0) }
    if next == nil, rows.count > limit {
      next = Cursor(head: head, place: "\(first + limit)")
    }
    var page = members.map { JSON.Member($0.key, Fence.fenced(cut($0.value), under: $0.key)) }
    page.insert(.init("notice", .string(Fence.notice)), at: min(1, page.count))
    if document.json["head"] == nil { page.append(.init("head", .number(head))) }
    if document.json["asOf"] == nil, let day = document.subject?.asOf {
      page.append(.init("asOf", .string(day.description)))
    }
    let leftOff = members.compactMap { member -> JSON.Member? in
      guard let count = member.value.elements?.count, count > Tool.most else { return nil }
      return .init(member.key, .number(Int64(count - Tool.most)))
    }
    if !leftOff.isEmpty { page.append(.init("leftOff", .object(leftOff))) }
    if let next { page.append(.init("next", .string(next.text))) }
    if document.json["rows"] != nil {
      page.append(.init("rows", Fence.fenced(.array(Array(rows.prefix(limit))))))
    }
    return .object(page)
  }

  /// A list beside the rows, such as the reports of one event, of which there is no second page.
  private func cut(_ value: JSON) -> JSON {
    value.elements.map { .array(Array($0.prefix(Tool.most))) } ?? value
  }
}
