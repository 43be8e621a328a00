/// A value of a column, as SQLite stores it.
package enum SQLValue: Equatable, Sendable {
  case null
  case integer(Int64)
  case real(Double)
  /// Ends at its first NUL, as SQLite's functions take a text.
  case text(String)
  /// A text that is at hand as bytes of UTF-8.
  case utf8([UInt8])
  case blob([UInt8])

  package init(_ number: Int64?) { self = number.map(SQLValue.integer) ?? .null }
  package init(_ number: Int?) { self.init(number.map(Int64.init)) }
  package init(_ number: Int) { self = .integer(Int64(number)) }
  package init(_ text: String?) { self = text.map(SQLValue.text) ?? .null }
}

extension SQLValue {
  /// Hands the bytes of a text or blob on; nil for other values.
  func withBytes<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result? {
    switch self {
    case .null, .integer, .real: nil
    case .text(var text):
      text.withUTF8 { bytes in
        let end = bytes.firstIndex(of: 0) ?? bytes.count
        return body(UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(bytes)[..<end]))
      }
    case .utf8(let bytes), .blob(let bytes): bytes.withUnsafeBytes(body)
    }
  }
}
