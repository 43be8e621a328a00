import EventLog
import EventModel
import JSONText
import TestSupport
import Testing

/// Logs on their way out and in.
@Suite struct ExportTests {
  static let noon = Instant("2023-05-15T12:00:00Z")!

  /// The lines of an exported log of three records, two of the second scheme.
  static let lines: [[UInt8]] = {
    let store = try! TemporaryStore()
    let numbered = NewRecord(
      id: .named("a"), type: RecordType(name: "item.observed", version: 1),
      payload: Array("{}".utf8), scheme: .numbered)
    let others = ["b", "c"].map { id in
      NewRecord(
        id: .named(id), type: RecordType(name: "test.fact", version: 2),
        payload: Array("{\"id\": \"\(id)\" }".utf8))
    }
    return try! store.append([numbered] + others, now: noon).map { record in
      var line: [UInt8] = []
      CloudEvent.write(record, last: 3, to: &line)
      return line
    }
  }()

  func check(
    _ lines: [[UInt8]], now: Instant = noon, isPartial: Bool = false
  ) throws {
    var check = ExportCheck(now: now, isPartial: isPartial)
    for line in lines { try check.check(CloudEvent(line: line)) }
    try check.end()
  }

  func changed(_ line: Int, _ old: String, _ new: String) -> [[UInt8]] {
    var lines = Self.lines
    let text = String(decoding: lines[line], as: UTF8.self)
    #expect(text.contains(old))
    lines[line] = Array(text.replacing(old, with: new).utf8)
    return lines
  }

  @Test func `a whole export is in order, at the very moment of its last record too`() throws {
    try check(Self.lines)
  }

  @Test func `a time later than now is refused, in parts too`() {
    let before = Instant(milliseconds: Self.noon.milliseconds - 1)
    #expect(throws: FieldError.self) { try check(Self.lines, now: before) }
    #expect(throws: FieldError.self) { try check(Self.lines, now: before, isPartial: true) }
  }

  @Test func `a missing, doubled or swapped line is found, a part is what it is`() throws {
    let lines = Self.lines
    for wrong in [
      [lines[0], lines[2]], [lines[1], lines[2]], [lines[0], lines[1]],
      [lines[0], lines[1], lines[1], lines[2]], [lines[1], lines[0], lines[2]],
    ] {
      #expect(throws: FieldError.self) { try check(wrong) }
    }
    for part in [[lines[0], lines[2]], [lines[1], lines[2]], [lines[0], lines[1]], [lines[2]]] {
      try check(part, isPartial: true)
    }
  }

  @Test(arguments: 0..<3)
  func `a changed payload is found, where the record before is known`(line: Int) throws {
    let wrong = changed(line, line == 0 ? "{}" : "\"id\": ", line == 0 ? "{ }" : "\"di\": ")
    #expect(throws: FieldError.self) { try check(wrong) }
    #expect(throws: FieldError.self) { try check(wrong, isPartial: true) }
    if line > 0 { try check([wrong[line]], isPartial: true) }
  }

  @Test func `a type of the first scheme must have had a number`() {
    #expect(throws: FieldError.self) { try check(changed(0, "item.observed", "item.exploded")) }
    #expect(throws: FieldError.self) { try check(changed(0, "item.observed", "item.revised")) }
  }

  @Test func `a line without a position is part of something else`() throws {
    let line = changed(0, "\"sequence\"", "\"sequel\"")
    #expect(throws: FieldError.self) { try check(line) }
    try check(line, isPartial: true)
  }

  @Test func `a part may state any position, the last number there is too`() throws {
    let last = changed(0, "\"sequence\":\"000000000001\"", "\"sequence\":\"\(Int64.max)\"")
    try check([last[0], Self.lines[2]], isPartial: true)
  }

  func type(_ text: String) throws -> RecordType {
    let line = String(decoding: Self.lines[0], as: UTF8.self)
      .replacing("org.annals.item.observed.v1", with: text)
    return try CloudEvent(line: Array(line.utf8)).record.type
  }

  @Test func `a type is a name and a version, known or not`() throws {
    #expect(try type("org.annals.a.b.v12") == RecordType(name: "a.b", version: 12))
    for text in [
      "org.annals.v1", "org.annals.a.v0", "org.annals.a.b", "com.x.a.v1", "org.annals..v1",
    ] {
      #expect(throws: FieldError.self, "\(text)") { try type(text) }
    }
  }

  @Test(arguments: [
    ("\"specversion\":\"1.0\"", "\"specversion\":\"1.1\""), ("2023-05-15T12:00:00Z", "soon"),
    ("\"chainscheme\":1", "\"chainscheme\":9"), ("\"data\"", "\"date\""),
  ])
  func `what is no line of an export is refused`(old: String, new: String) {
    #expect(throws: FieldError.self) { try CloudEvent(line: changed(0, old, new)[0]) }
  }

  @Test func `a payload that is no UTF-8 is refused`() {
    var line = Self.lines[1]
    line[line.lastIndex(of: UInt8(ascii: "b"))!] = 0xFF
    #expect(throws: FieldError.self) { try CloudEvent(line: line) }
  }

  @Test func `a line of another's log may lack its time`() throws {
    let line = changed(0, "\"recordedtime\"", "\"time\"")[0]
    #expect(try CloudEvent(line: line).record.recorded == nil)
  }

  func line(_ change: Change) throws -> JSON {
    let store = try TemporaryStore()
    var line: [UInt8] = []
    let record = try store.append([NewRecord(id: .named("a"), change: change)], now: Self.noon)[0]
    CloudEvent.write(record, last: 1, to: &line)
    return try JSON.parse(line)
  }

  @Test func `a time stands where the day is known`() throws {
    func time(_ date: String) throws -> JSON? {
      try line(.eventReported(.told("t", on: date)))["time"]
    }
    #expect(try time("2023-05-01") == "2023-05-01T00:00:00Z")
    #expect(try time("2023-05") == nil)
  }

  @Test func `a source is a URI reference`() throws {
    let told = try line(.eventReported(.told("t", source: "a\tb ü[1], 0-9")))
    #expect(told["source"] == "a%09b%20%C3%BC[1],%200-9")
  }
}
