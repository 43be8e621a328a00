package import EventModel
package import Querying

/// Answers the questions of the registry, of one store.
package struct Desk {
  /// Answers a question with what is said with it; as of a date or an `@position` as people write them,
  /// nil for now.
  package let answer: (Inquiry, [String: [String]], _ asOf: String?) throws -> Document
  /// Where the log ends now.
  package let head: () throws -> Head
  /// The day it is.
  package let today: () -> CivilDay
  /// What an error of an answer says to the one who asked.
  package let explain: (any Error) -> Refusal

  package init(
    answer: @escaping (Inquiry, [String: [String]], _ asOf: String?) throws -> Document,
    head: @escaping () throws -> Head, today: @escaping () -> CivilDay,
    explain: @escaping (any Error) -> Refusal
  ) {
    self.answer = answer
    self.head = head
    self.today = today
    self.explain = explain
  }
}

/// Why there is no answer.
package struct Refusal: Equatable, Sendable {
  package enum Kind: Sendable {
    /// It cannot be meant.
    case usage
    /// There is no such thing.
    case nothing
    /// Another time.
    case busy
    case failure
  }

  package let kind: Kind
  package let message: String
  package let hint: String?

  package init(_ kind: Kind, _ message: String, hint: String? = nil) {
    self.kind = kind
    self.message = message
    self.hint = hint
  }
}
