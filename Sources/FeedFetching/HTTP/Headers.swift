/// The header fields of an answer, in order; names without regard to case (RFC 9110 §5).
public struct Headers: Equatable, Sendable, ExpressibleByDictionaryLiteral {
  public private(set) var fields: [(name: String, value: String)] = []

  public init(dictionaryLiteral fields: (String, String)...) {
    for (name, value) in fields { self.fields.append((name.lowercased(), value)) }
  }

  /// Adds a line as sent; what is no field is left out.
  mutating func add(line: some StringProtocol) {
    guard let colon = line.firstIndex(of: ":"), colon > line.startIndex else { return }
    let value = line[line.index(after: colon)...].drop { $0 == " " || $0 == "\t" }
    let end = value.lastIndex { !$0.isWhitespace }
    fields.append(
      (line[..<colon].lowercased(), end.map { String(value[...$0]) } ?? ""))
  }

  /// The last value of a field, which is the one that counts where a server repeats itself.
  public subscript(name: String) -> String? {
    let name = name.lowercased()
    return fields.last { $0.name == name }?.value
  }

  public static func == (left: Headers, right: Headers) -> Bool {
    left.fields.elementsEqual(right.fields) { $0 == $1 }
  }
}
