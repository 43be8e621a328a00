/// A part of a query: `key:value`, or a word or phrase alone, perhaps with `not:` before it.
package struct QueryToken: Equatable {
  package let isExclusion: Bool
  package let key: String?
  package let value: String

  /// Splits at spaces outside quotes.
  package static func tokens(of text: String) throws(QueryError) -> [QueryToken] {
    var words: [String] = []
    var word = ""
    var isQuoted = false
    for scalar in text.unicodeScalars {
      if "\"“”".unicodeScalars.contains(scalar) {
        isQuoted.toggle()
        word.append("\"")
      } else if scalar.properties.isWhitespace, !isQuoted {
        words.append(word)
        word = ""
      } else {
        word.unicodeScalars.append(scalar)
      }
    }
    guard !isQuoted else {
      throw QueryError("a quote in the query is never closed", hint: "add the missing \"")
    }
    var tokens: [QueryToken] = []
    for word in words + [word] { if let token = try token(word) { tokens.append(token) } }
    return tokens
  }

  private static func token(_ word: String) throws(QueryError) -> QueryToken? {
    var rest = Substring(word)
    let isExclusion = rest.hasPrefix("not:")
    if isExclusion { rest = rest.dropFirst(4) }
    var key: String?
    if let colon = rest.firstIndex(of: ":"),
      rest[..<colon].allSatisfy({ $0.isASCII && $0.isLetter }), colon > rest.startIndex,
      !rest[colon...].hasPrefix("://")
    {
      key = rest[..<colon].lowercased()
      rest = rest[rest.index(after: colon)...]
    }
    let value = String(rest.unicodeScalars.filter { $0 != "\"" })
    if value.isEmpty {
      if key == nil, !isExclusion { return nil }
      throw QueryError("“\(word)” asks for nothing", hint: "put a value after the colon")
    }
    return QueryToken(isExclusion: isExclusion, key: key, value: value)
  }
}
