/// What xml:base and xml:lang say for an element and those in it; its texts share it.
final class ReadingContext: Sendable, Equatable {
  /// What relative URLs resolve against; empty when nobody said.
  let base: String
  let language: String?

  init(base: String, language: String? = nil) {
    self.base = base
    self.language = language
  }

  var isEmpty: Bool { base.isEmpty && language == nil }

  static func == (one: ReadingContext, other: ReadingContext) -> Bool {
    one.base == other.base && one.language == other.language
  }
}
