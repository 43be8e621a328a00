extension String {
  /// Between double quotes, those inside doubled, as CSV (RFC 4180) and SQLite's FTS5 read them.
  ///
  /// Text of others may follow any sign by a combining mark, with which Swift reads it as one character
  /// that is no quote; programs of bytes see the quote. So signs that mean something to a reader are
  /// looked for among the scalars.
  package var quoted: String {
    "\""
      + unicodeScalars.split(separator: "\"", omittingEmptySubsequences: false)
      .map { String($0) }.joined(separator: "\"\"") + "\""
  }
}
