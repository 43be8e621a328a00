/// Reads TOML 1.0 into the entries of all its tables, in the order of the text.
///
/// Tables nest by their paths alone; what is in a list (tables of `[[…]]` included) is told by its
/// sort only. The text may be anything: what is no TOML is refused with its line.
package struct TOMLReader {
  let bytes: [UInt8]
  var at = 0
  private var entries: [TOMLEntry] = []
  private var table: [String] = []
  private var names = TOMLNames()
  /// How many lists stand around what is read; their tables give no entries.
  private var listDepth = 0
  /// Up to where lines have been counted, and how many begin there.
  private var counted = (at: 0, line: 1)

  package static func read(_ text: String) throws(TOMLError) -> [TOMLEntry] {
    var reader = TOMLReader(bytes: Array(text.utf8))
    try reader.document()
    return reader.entries
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private mutating func document() throws(TOMLError) {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { at = 3 }
    while true {
      skipBlank()
      guard at < bytes.count else { return }
      if take("[") { try header() } else { try entry(under: table) }
      try endLine()
    }
  }

  private mutating func header() throws(TOMLError) {
    let isList = take("[")
    table = try path()
    guard table.count <= TOMLReader.deepest else { throw error("nested too deep") }
    guard take("]"), !isList || take("]") else {
      throw error("a table's name ends with \(isList ? "]]" : "]")")
    }
    let line = line
    let isNew = try names.open(table, isList: isList, line: line)
    if isNew, isList {
      entries.append(TOMLEntry(path: table, value: .other("a list of tables"), line: line))
    }
  }

  /// A key and its value; those of an inline table are entries of their own.
  private mutating func entry(under table: [String], depth: Int = 0) throws(TOMLError) {
    let line = line
    let path = table + (try self.path())
    guard path.count <= TOMLReader.deepest else { throw error("nested too deep") }
    guard take("=") else { throw error("“=” should follow the key \(path.joined(separator: "."))") }
    skipSpace()
    guard at < bytes.count, bytes[at] == UInt8(ascii: "{") else {
      let value = try value(depth)
      if listDepth == 0, try names.add(path, line: line) {
        entries.append(TOMLEntry(path: path, value: value, line: line))
      }
      return
    }
    if listDepth == 0 { _ = try names.open(path, isList: false, line: line) }
    try inlineTable(path, depth)
  }

  private mutating func inlineTable(_ path: [String], _ depth: Int) throws(TOMLError) {
    guard depth < TOMLReader.deepest else { throw error("nested too deep") }
    at += 1
    skipBlank()
    while !take("}") {
      try entry(under: path, depth: depth + 1)
      skipBlank()
      guard take(",") || at < bytes.count && bytes[at] == UInt8(ascii: "}") else {
        throw error("“,” or “}” should stand here")
      }
      skipBlank()
    }
  }

  private static let deepest = 32

  private mutating func value(_ depth: Int) throws(TOMLError) -> TOMLValue {
    guard at < bytes.count else { throw error("a value should stand here") }
    switch bytes[at] {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): return .text(try quoted(mayGoOn: true))
    case UInt8(ascii: "["): return .list(try list(depth))
    case UInt8(ascii: "{"):
      listDepth += 1
      try inlineTable([], depth)
      listDepth -= 1
      return .other("a table")
    default:
      let start = at
      let what = try bare()
      return what == "a number"
        ? .number(String(decoding: bytes[start..<at], as: UTF8.self)) : .other(what)
    }
  }

  private mutating func list(_ depth: Int) throws(TOMLError) -> [TOMLValue] {
    guard depth < TOMLReader.deepest else { throw error("nested too deep") }
    at += 1
    var values: [TOMLValue] = []
    skipBlank()
    while !take("]") {
      values.append(try value(depth + 1))
      skipBlank()
      guard take(",") || at < bytes.count && bytes[at] == UInt8(ascii: "]") else {
        throw error("“,” or “]” should stand here")
      }
      skipBlank()
    }
    return values
  }

  /// A number, date or truth value: what it is in words.
  private mutating func bare() throws(TOMLError) -> String {
    let start = at
    while at < bytes.count, TOMLReader.isBare(bytes[at]) || [0x2B, 0x2E, 0x3A].contains(bytes[at]) {
      at += 1
    }
    let word = String(decoding: bytes[start..<at], as: UTF8.self)
    if word == "true" || word == "false" { return "true or false" }
    let digits = word.utf8.drop { $0 == 0x2B || $0 == 0x2D }
    guard
      digits.first.map({ 0x30...0x39 ~= $0 }) ?? false
        || ["inf", "nan"].contains(Substring(digits))
    else { throw error("a text should stand in quotes") }
    if at - start == 10, at + 1 < bytes.count, bytes[at] == 0x20, 0x30...0x39 ~= bytes[at + 1] {
      at += 1
      return try bare()
    }
    return word.utf8.contains(0x3A) || word.utf8.dropFirst().contains(0x2D) ? "a date" : "a number"
  }

  private mutating func path() throws(TOMLError) -> [String] {
    var path: [String] = []
    repeat {
      skipSpace()
      path.append(try key())
      skipSpace()
    } while take(".")
    return path
  }

  private mutating func key() throws(TOMLError) -> String {
    guard at < bytes.count else { throw error("a key should stand here") }
    if bytes[at] == UInt8(ascii: "\"") || bytes[at] == UInt8(ascii: "'") {
      return try quoted(mayGoOn: false)
    }
    let start = at
    while at < bytes.count, TOMLReader.isBare(bytes[at]) { at += 1 }
    guard at > start else {
      throw error("a key should stand here; other than A–Z, 0–9, _ and - it takes quotes")
    }
    return String(decoding: bytes[start..<at], as: UTF8.self)
  }

  private static func isBare(_ byte: UInt8) -> Bool {
    0x61...0x7A ~= byte || 0x41...0x5A ~= byte || 0x30...0x39 ~= byte || byte == 0x2D
      || byte == 0x5F
  }

  private mutating func endLine() throws(TOMLError) {
    skipSpace()
    guard at == bytes.count || [0x0A, 0x0D, 0x23].contains(bytes[at]) else {
      throw error("nothing more should stand on this line")
    }
  }

  private mutating func skipSpace() {
    while at < bytes.count, bytes[at] == 0x20 || bytes[at] == 0x09 { at += 1 }
  }

  /// Past spaces, comments and ends of lines.
  private mutating func skipBlank() {
    while at < bytes.count {
      switch bytes[at] {
      case 0x20, 0x09, 0x0A, 0x0D: at += 1
      case 0x23: while at < bytes.count, bytes[at] != 0x0A { at += 1 }
      default: return
      }
    }
  }

  mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard at < bytes.count, bytes[at] == UInt8(ascii: character) else { return false }
    at += 1
    return true
  }

  /// Where the reader stands, counted from 1.
  private var line: Int {
    mutating get {
      for byte in bytes[counted.at..<at] where byte == 0x0A { counted.line += 1 }
      counted.at = at
      return counted.line
    }
  }

  mutating func error(_ reason: String) -> TOMLError { TOMLError(line: line, reason: reason) }
}
