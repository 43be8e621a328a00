import EventModel
import JSONText
import Projections

/// A question that annals answers: what the commands, and later the API and the tools for language
/// models, offer under one name.
package struct Inquiry: Sendable {
  /// As it is typed: `forecast list`.
  package let name: String
  /// One sentence.
  package let summary: String
  /// The contract of its JSON.
  package let schema: String
  package let parameters: [Parameter]
  /// Whether it reads what was recorded after the day asked for and says so (“reconstructed”), where
  /// other questions see only what was recorded by then.
  package let reconstructs: Bool
  private let found: @Sendable (Question, Arguments) throws -> Document

  package init(
    _ name: String, _ summary: String, schema: String, _ parameters: [Parameter] = [],
    reconstructs: Bool = false,
    answer: @escaping @Sendable (Question, Arguments) throws -> Document
  ) {
    self.name = name
    self.summary = summary
    self.schema = schema
    self.parameters = parameters
    self.reconstructs = reconstructs
    found = answer
  }

  package func answer(_ question: Question, _ arguments: Arguments) throws -> Document {
    var document = try found(question, arguments)
    document.subject = try subject(question, arguments)
    return document
  }

  /// A page of an answer, and an answer as of another day, are about the same.
  private func subject(_ question: Question, _ arguments: Arguments) throws -> Subject {
    let said = parameters.filter { !["limit", "after"].contains($0.name) }
      .map { arguments.texts($0.name).joined(separator: " ") }
    let store = try question.snapshot.storeID() ?? ""
    let text = JSON.strings([store, name] + said)
    return Subject(
      id: RecordID(prefixOf: Snapshot.digest(of: text.bytes).bytes).description,
      title: ([name] + [said.filter { !$0.isEmpty }.joined(separator: ", ")])
        .filter { !$0.isEmpty }.joined(separator: " "),
      head: question.snapshot.position, asOf: question.asOf)
  }
}

/// Something that may be said with a question.
package struct Parameter: Sendable {
  package enum Kind: Sendable {
    case text
    /// A query, or words that are searched for: what is said is put together.
    case query
    /// Several words or names.
    case texts
    /// A whole number from one on.
    case count
    case number
    case choice([String])
  }

  package let name: String
  package let kind: Kind
  package let summary: String
  package let isRequired: Bool

  package init(_ name: String, _ kind: Kind, _ summary: String, isRequired: Bool = false) {
    self.name = name
    self.kind = kind
    self.summary = summary
    self.isRequired = isRequired
  }

  static func query(isRequired: Bool = false) -> Parameter {
    Parameter(
      "query", .query, "A query, such as actor:OpenAI type:funding not:stance:rumoured.",
      isRequired: isRequired)
  }

  static let period = [
    Parameter("period", .text, "2026, 2026Q3, 2022-11..2023-05, last month, last 90 days."),
    Parameter("since", .text, "From this date on."),
    Parameter("until", .text, "Up to and with this date."),
  ]
}
