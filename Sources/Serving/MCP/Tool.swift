import EventModel
import JSONText
import Querying

/// A question of the registry as a tool of the Model Context Protocol.
struct Tool {
  let inquiry: Inquiry

  var name: String { inquiry.name }

  /// What a question of one page takes for itself.
  private static let paging: Set<String> = ["limit", "after"]

  /// At most so many rows are answered at once, and so many where nobody says.
  static let most = 200
  static let usual = 50

  /// `{name, description, inputSchema, annotations}`.
  var json: JSON {
    .object([
      "name": .string(name), "title": .string("annals \(name)"),
      "description": .string(inquiry.summary),
      "inputSchema": inputSchema,
      "annotations": .object([
        "readOnlyHint": true, "destructiveHint": false, "idempotentHint": true,
        "openWorldHint": false,
      ]),
    ])
  }

  /// JSON Schema of what may be said with the question.
  private var inputSchema: JSON {
    let properties =
      own.map { JSON.Member($0.name, $0.jsonSchema) } + [
        .init(
          "as-of",
          described("string", "Answer with what was known by a date or an @position.")),
        .init(
          "limit",
          .object([
            "type": "integer", "minimum": 1, "maximum": .number(Int64(Tool.most)),
            "description": .string("At most this many rows; \(Tool.usual) where it is not said."),
          ])),
        .init("cursor", described("string", "What an answer gave as next: goes on behind it.")),
      ]
    return .object([
      "type": "object", "properties": .object(properties),
      "required": .strings(own.filter(\.isRequired).map(\.name)), "additionalProperties": false,
    ])
  }

  private var own: [Parameter] {
    inquiry.parameters.filter { !Tool.paging.contains($0.name) }
  }

  private func described(_ type: String, _ text: String) -> JSON {
    .object(["type": .string(type), "description": .string(text)])
  }

  /// Answers a call: the answer as one object, its rows cut to a page, what is quoted fenced.
  func answer(_ arguments: JSON, at desk: Desk) throws -> JSON {
    var values: [String: [String]] = [:]
    for member in arguments.members ?? [] where !member.value.isNull {
      values[member.key] = try texts(member)
    }
    let limit = try count(values.removeValue(forKey: "limit")?.first)
    let cursor = try values.removeValue(forKey: "cursor")?.first.map(Cursor.init(reading:))
    // A page goes on in the log that the first page was read from.
    let asOf = cursor.map { "@\($0.head)" } ?? values.removeValue(forKey: "as-of")?.first
    values["as-of"] = nil
    let pagesItself = Tool.paging.isSubset(of: Set(inquiry.parameters.map(\.name)))
    if pagesItself {
      values["limit"] = ["\(limit)"]
      values["after"] = cursor.map { [$0.place] }
    }
    let document = try desk.answer(inquiry, values, asOf)
    return AnswerPage(document, from: pagesItself ? 0 : cursor?.row ?? 0, limit: limit).json
  }

  private func count(_ text: String?) throws(QueryError) -> Int {
    guard let text else { return Tool.usual }
    guard let count = Int(text), 1...Tool.most ~= count else {
      throw QueryError("limit: “\(text)” is no whole number from 1 to \(Tool.most)")
    }
    return count
  }

  private func texts(_ member: JSON.Member) throws(QueryError) -> [String] {
    var texts: [String] = []
    for value in member.value.elements ?? [member.value] {
      switch value {
      case .string(let text): texts.append(text)
      case .number(let literal): texts.append(value.integer.map { "\($0)" } ?? literal)
      case .bool(let flag): texts.append(flag ? "yes" : "no")
      default: throw QueryError("\(member.key) takes texts and numbers")
      }
    }
    return texts
  }
}

extension Parameter {
  fileprivate var jsonSchema: JSON {
    let type: [JSON.Member] =
      switch kind {
      case .text, .query: [.init("type", "string")]
      case .texts:
        [.init("type", "array"), .init("items", .object(["type": "string"]))]
      case .count: [.init("type", "integer"), .init("minimum", 1)]
      case .number: [.init("type", "number")]
      case .choice(let words): [.init("type", "string"), .init("enum", .strings(words))]
      }
    return .object(type + [.init("description", .string(summary))])
  }
}
