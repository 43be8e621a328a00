/// A key of a TOML document with its value.
package struct TOMLEntry: Equatable, Sendable {
  /// Tables from the outermost inwards, then the key.
  package let path: [String]
  package let value: TOMLValue
  /// Where the key stands, counted from 1.
  package let line: Int
}

/// A value, as far as dictionaries and settings tell values apart.
package indirect enum TOMLValue: Equatable, Sendable {
  case text(String)
  case list([TOMLValue])
  /// As it is written.
  case number(String)
  /// Anything else, in words: `a date`.
  case other(String)
}

/// A place where a text is not TOML.
package struct TOMLError: Error, Equatable {
  /// Counted from 1.
  package let line: Int
  package let reason: String
}
