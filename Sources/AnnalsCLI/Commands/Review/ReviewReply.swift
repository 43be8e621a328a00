import ArgumentParser
import EventModel
import Ingestion
import JSONText
import Querying
import Reviewing

/// What a person says to a question of a review.
enum ReviewReply {
  case yes, no, skip
  /// It is an event, but these fields are others.
  case edit(EventFields)
  /// It is the same event as the one whose id begins so.
  case merge(String)

  /// `type:funding actor:"Mistral AI" amount:"valuation=11.7e9 EUR"`, as fields of an event.
  static func fields(_ text: String) throws -> EventFields {
    try fields(
      QueryToken.tokens(of: text).map { token in
        guard let key = token.key, !token.isExclusion else {
          throw Failure(.usage, "“\(token.value)” is no field", hint: "write type:funding")
        }
        return (key, token.value)
      })
  }

  static func fields(_ pairs: [(key: String, value: String)]) throws -> EventFields {
    for (key, _) in pairs where !known.contains(key) {
      throw Failure(
        .usage, "“\(key)” is no field of an event",
        hint: nearest(to: key, in: known).map { "did you mean “\($0)”?" }
          ?? "the fields are \(known.joined(separator: ", "))")
    }
    return try EventFields.parse(pairs.flatMap { ["--\($0.key)=\($0.value)"] })
  }

  private static let known = [
    "date", "type", "actor", "object", "amount", "title", "stance", "polarity", "attribution",
    "source",
  ]

  /// `{"answer": "y"|"n"|"s"|"e"|"m", "fields": {…}, "with": "…"}`, whole words too; throws a
  /// ``FieldError``.
  init(_ json: JSON) throws {
    let answer = try json.text("answer")
    switch answer.lowercased() {
    case "y", "yes": self = .yes
    case "n", "no": self = .no
    case "s", "skip": self = .skip
    case "e", "edit":
      let fields = (json["fields"]?.members ?? []).flatMap { member in
        (member.value.elements ?? [member.value]).map { (member.key, Cell($0).plain) }
      }
      guard !fields.isEmpty else { throw FieldError(key: "fields", problem: "is missing") }
      self = .edit(try ReviewReply.fields(fields))
    case "m", "merge": self = .merge(try json.text("with"))
    default: throw FieldError(key: "answer", problem: "is “\(answer)”; write y, n, e, m or s")
    }
  }
}
