/// A key of a TOML document with its value.
struct TOMLEntry: Equatable, Sendable {
  /// Tables from the outermost inwards, then the key.
  let path: [String]
  let value: TOMLValue
  /// Where the key stands, counted from 1.
  let line: Int
}

/// A value, as far as dictionaries tell values apart: they are made of texts.
indirect enum TOMLValue: Equatable, Sendable {
  case text(String)
  case list([TOMLValue])
  /// Anything else, in words: `a number`.
  case other(String)
}

/// A place where a text is not TOML.
struct TOMLError: Error, Equatable {
  /// Counted from 1.
  let line: Int
  let reason: String
}
