package import EventCoding
import EventModel
import JSONText

/// What a second reader is told to do: the taxonomy of a dictionary and the rules of coding
/// (`Reader/prompt.txt`), and the form of its answer.
package struct ReaderPrompt: Sendable {
  let text: String
  let schema: JSON
  /// Tells this prompt from others; what was read by another is read again.
  package let digest: String

  package init(_ dictionary: CodingDictionary) {
    let types = dictionary.types.all.map {
      "\($0.rawValue): \(dictionary.types.meaning(of: $0) ?? "")"
    }
    let metrics = dictionary.metricNames.map { "\($0.name) (\($0.kind))" }
    let template = String(decoding: BundledFiles.file("Reader/prompt.txt") ?? [], as: UTF8.self)
    text = template.replacing("{types}", with: types.joined(separator: "\n"))
      .replacing("{metrics}", with: metrics.joined(separator: ", "))
      .replacing("{none}", with: Reading.noneKinds.joined(separator: ", "))
    schema = AnswerSchema.json(
      types: dictionary.types.all.map(\.rawValue), metrics: dictionary.metricNames.map(\.name))
    digest = String(FNV1a(text + schema.text).value, radix: 16)
  }

  /// The name under which what a model read is kept: `model:NAME@DIGEST`.
  package func reader(_ model: String) -> String { "model:\(model)@\(digest)" }
}
