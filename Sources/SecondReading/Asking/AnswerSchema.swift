import EventCoding
import EventModel
import JSONText

/// The JSON Schema of an answer, strict in the sense of OpenAI's structured outputs: every key is
/// required, no other is allowed.
enum AnswerSchema {
  static func json(types: [String], metrics: [String]) -> JSON {
    let text = JSON.object(["type": "string"])
    let measure = object([
      ("words", text), ("metric", word(metrics)),
    ])
    let event = object([
      ("type", word(types)), ("stance", word(Stance.allCases.map(\.rawValue))),
      ("actors", list(text)), ("objects", list(text)), ("amounts", list(measure)), ("quote", text),
    ])
    let item = object([
      ("n", .object(["type": "integer"])), ("none", word([""] + Reading.noneKinds)),
      ("events", list(event)),
    ])
    return object([("items", list(item))])
  }

  private static func word(_ words: [String]) -> JSON {
    .object(["type": "string", "enum": .strings(words)])
  }

  private static func list(_ element: JSON) -> JSON {
    .object(["type": "array", "items": element])
  }

  private static func object(_ properties: [(name: String, schema: JSON)]) -> JSON {
    .object([
      "type": "object", "properties": .object(properties.map { .init($0.name, $0.schema) }),
      "required": .strings(properties.map(\.name)), "additionalProperties": false,
    ])
  }
}
