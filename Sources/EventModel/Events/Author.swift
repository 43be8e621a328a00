package import JSONText

/// Who says something of an event: the coder with the digest of what it codes by, a person, or an
/// event book. Where they differ, a person is believed before the others.
package struct Author: Hashable, Sendable {
  /// `person`, `coder:DIGEST`, `book:NAME`; a later annals may know others.
  package let text: String

  package init(text: String) { self.text = text }

  package static let person = Author(text: "person")
  package static func coder(_ digest: String) -> Author { Author(text: "coder:\(digest)") }
  package static func book(_ name: String) -> Author { Author(text: "book:\(name)") }

  package var isPerson: Bool { self == .person }
  package var isBook: Bool { text.hasPrefix("book:") }
}

extension JSON {
  package func author(_ key: String = "author") throws(FieldError) -> Author {
    Author(text: try text(key))
  }
}
