import EventCoding
import JSONText

/// A question about some items, as an OpenAI-compatible server takes it.
struct ReaderRequest {
  let model: String
  let prompt: ReaderPrompt
  let items: [ItemText]
  /// Whether it is told nothing but the messages, for servers that refuse the rest.
  var isPlain = false

  var json: JSON {
    let messages = [message("system", prompt.text), message("user", question.text)]
    let format = JSON.object([
      "type": "json_schema",
      "json_schema": .object(["name": "coding", "strict": true, "schema": prompt.schema]),
    ])
    return .object([
      "model": .string(model), "messages": .array(messages),
      "temperature": isPlain ? nil : 0,
      "max_tokens": isPlain
        ? nil : .number(Int64(ReaderRequest.tokensAnItem * max(items.count, 2))),
      "response_format": isPlain ? nil : format,
    ])
  }

  private func message(_ role: String, _ content: String) -> JSON {
    .object(["role": .string(role), "content": .string(content)])
  }

  /// More than a careful answer about one item takes.
  private static let tokensAnItem = 300

  /// The items as quoted data, by their places from 1.
  private var question: JSON {
    let rows = items.enumerated().map { place, item in
      JSON.object([
        "n": .number(Int64(place + 1)),
        "title": .string(ReaderRequest.clipped(item.title, 300)),
        "summary": item.summary.isEmpty
          ? nil : .string(ReaderRequest.clipped(item.summary, 600)),
        "source": .string(ReaderRequest.clipped(item.source, 100)),
      ])
    }
    return .object(["items": .array(rows)])
  }

  private static func clipped(_ text: String, _ length: Int) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.prefix(length)))
  }
}
