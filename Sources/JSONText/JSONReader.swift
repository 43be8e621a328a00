extension JSON {
  /// Reads one JSON text (RFC 8259) in UTF-8. Bytes that are no UTF-8 inside strings become U+FFFD,
  /// a leading byte order mark is skipped, and nesting deeper than `depth` is refused.
  package static func parse(_ bytes: [UInt8], depth: Int = 128) throws(JSONError) -> JSON {
    var result: Result<JSON, JSONError> = .success(.null)
    bytes.withUnsafeBufferPointer { buffer in
      var reader = JSONReader(bytes: buffer, depth: depth)
      result = Result { () throws(JSONError) in try reader.document() }
    }
    return try result.get()
  }

  package static func parse(_ text: String, depth: Int = 128) throws(JSONError) -> JSON {
    try parse(Array(text.utf8), depth: depth)
  }
}

/// A recursive-descent reader over bytes.
struct JSONReader {
  let bytes: UnsafeBufferPointer<UInt8>
  let depth: Int
  var at = 0
  var level = 0

  init(bytes: UnsafeBufferPointer<UInt8>, depth: Int) {
    self.bytes = bytes
    self.depth = depth
  }

  mutating func document() throws(JSONError) -> JSON {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { at = 3 }
    let value = try self.value()
    skipSpace()
    guard at == bytes.count else { throw error("text after the end of the value") }
    return value
  }

  mutating func value() throws(JSONError) -> JSON {
    skipSpace()
    guard at < bytes.count else { throw error("the text ends where a value should stand") }
    switch bytes[at] {
    case UInt8(ascii: "{"): return try nested { reader throws(JSONError) in try reader.object() }
    case UInt8(ascii: "["): return try nested { reader throws(JSONError) in try reader.array() }
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    default: return try number()
    }
  }

  private mutating func nested(
    _ read: (inout JSONReader) throws(JSONError) -> JSON
  ) throws(JSONError) -> JSON {
    level += 1
    defer { level -= 1 }
    guard level <= depth else { throw error("nested deeper than \(depth) levels") }
    at += 1
    return try read(&self)
  }

  private mutating func object() throws(JSONError) -> JSON {
    var members: [JSON.Member] = []
    skipSpace()
    if take("}") { return .object(members) }
    while true {
      skipSpace()
      guard at < bytes.count, bytes[at] == UInt8(ascii: "\"") else {
        throw error("a key in quotes should stand here")
      }
      let key = try string()
      skipSpace()
      guard take(":") else { throw error("a colon should follow the key \"\(key)\"") }
      members.append(JSON.Member(key, try value()))
      skipSpace()
      if take("}") { return .object(members) }
      guard take(",") else { throw error("a comma or } should stand here") }
    }
  }

  private mutating func array() throws(JSONError) -> JSON {
    var elements: [JSON] = []
    skipSpace()
    if take("]") { return .array(elements) }
    while true {
      elements.append(try value())
      skipSpace()
      if take("]") { return .array(elements) }
      guard take(",") else { throw error("a comma or ] should stand here") }
    }
  }

  private mutating func number() throws(JSONError) -> JSON {
    let start = at
    _ = take("-")
    let digits = at
    skipDigits()
    guard at > digits else {
      at = start
      throw error("no JSON value starts like this")
    }
    if bytes[digits] == UInt8(ascii: "0"), at > digits + 1 {
      throw error("a number does not start with 0")
    }
    if take(".") {
      let fraction = at
      skipDigits()
      guard at > fraction else { throw error("a digit should follow the decimal point") }
    }
    if take("e") || take("E") {
      if !take("+") { _ = take("-") }
      let exponent = at
      skipDigits()
      guard at > exponent else { throw error("a digit should follow the exponent's e") }
    }
    return .number(String(decoding: bytes[start..<at], as: UTF8.self))
  }

  private mutating func word(_ word: StaticString, _ value: JSON) throws(JSONError) -> JSON {
    let length = word.utf8CodeUnitCount
    let spelled = UnsafeBufferPointer(start: word.utf8Start, count: length)
    guard at + length <= bytes.count, bytes[at..<at + length].elementsEqual(spelled) else {
      throw error("no JSON value starts like this")
    }
    at += length
    return value
  }

  mutating func skipSpace() {
    while at < bytes.count, bytes[at] == 0x20 || (0x09...0x0D ~= bytes[at] && bytes[at] != 0x0B) {
      at += 1
    }
  }

  private mutating func skipDigits() {
    while at < bytes.count, UInt8(ascii: "0")...UInt8(ascii: "9") ~= bytes[at] { at += 1 }
  }

  mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard at < bytes.count, bytes[at] == UInt8(ascii: character) else { return false }
    at += 1
    return true
  }

  func error(_ reason: String) -> JSONError {
    let line = bytes[..<min(at, bytes.count)].count { $0 == UInt8(ascii: "\n") } + 1
    return JSONError(line: line, offset: at, reason: reason)
  }
}
