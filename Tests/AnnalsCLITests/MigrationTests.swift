import EventLog
import EventModel
import Foundation
import GRDB
import JSONText
import Projections
import Testing

/// Stores of released versions open for ever, answer as they did, and go on.
@Suite struct MigrationTests {
  /// The head of the store of the first version, as the annals of its time told it.
  static let head = "cf4947b8243ef3c6a7db30a2c192558e96414b2334455470af4b0cfdc5669381"

  /// Somebody with a copy of the store of a version.
  func person(_ file: String = "version-1.sqlite") throws -> Person {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let stores = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appending(path: "stores")
    try FileManager.default.copyItem(
      at: stores.appending(path: file), to: folder.appending(path: "annals.sqlite"))
    return Person(in: folder)
  }

  func rows(_ person: Person, _ words: String...) throws -> [JSON] {
    try JSON.parse(person.run(words + ["-O", "json"]).output)["rows"]?.elements ?? []
  }

  @Test func `a question brings a store of the first version up to date, and answers`() throws {
    let person = try person()
    let events = try rows(person, "timeline")
    #expect(events.count == 14)
    func event(_ prefix: String) -> JSON? {
      events.first { $0["id"]?.string?.hasPrefix(prefix) ?? false }
    }
    #expect(event("0803") == nil && event("4a48") == nil)
    #expect(event("58bf")?["significance"] == 1)
    // The book was corrected after a person had set the stance: the title is the book's, the stance
    // the person's.
    #expect(event("a6b3")?["title"] == "Acme takes in 2 billion dollars")
    #expect(event("a6b3")?["stance"] == "official")
    #expect(person.run("check", "--deep").code == 0)
    #expect(try person.store.isUpToDate)
  }

  @Test func `its records keep their hashes, and new ones follow`() throws {
    let person = try person()
    #expect(person.run("head").output.contains("\n50\n\(Self.head)\n"))
    #expect(person.run("amend", "340e", "--title", "Acme launches the Rocket").code == 0)
    #expect(person.run("check", "--deep", "--against", "\(Self.head)@50").code == 0)
    #expect(try person.head == 51)
  }

  @Test func `what a person did in the first version can be undone`() throws {
    let person = try person()
    #expect(person.run("show", "4a48").output.contains("retracted"))
    let history = try JSON.parse(person.run("show", "4a48", "-O", "json").output)["history"]
    let retraction = history?.elements?.last?["id"]?.string ?? ""
    #expect(person.run("undo", retraction).code == 0)
    #expect(try rows(person, "log").contains { $0["title"] == "A letter that nobody wrote" })
  }

  @Test func `a mixed log goes out and comes back with the same head`() throws {
    let (person, other) = (try person(), Person())
    person.run("amend", "340e", "--title", "Acme launches the Rocket")
    let file = person.folder.appending(path: "log.jsonl").path
    #expect(person.run("log", "-O", "cloudevents", "-o", file).code == 0)
    #expect(other.run("import", file).code == 0)
    let heads = try [person, other].map { try $0.store.read { try Log($0).head() } }
    #expect(heads[0] == heads[1])
    #expect(other.run("check", "--deep").code == 0)
    #expect(other.run("import", file).error == "imported: nothing new\n")
  }

  @Test func `a check leaves it as it is`() throws {
    let person = try person()
    let file = person.folder.appending(path: "annals.sqlite")
    let before = try Data(contentsOf: file)
    #expect(person.run("check").output.contains("made by an older annals"))
    #expect(try Data(contentsOf: file) == before)
  }

  @Test func `a store of a later version is refused`() throws {
    let person = try person()
    try person.store.write { try $0.database.execute(sql: "PRAGMA user_version = 99") }
    let run = person.run("log")
    #expect(run.code == 65 && run.error.contains("newer annals (store version 99)"))
  }

  @Test func `records of an unknown kind, type and field survive export and import`() throws {
    let (person, other) = (Person(), Person())
    let strange = [
      ("event.dreamt", 1, #"{"of": "x" , "deep":[1.0,2e3]}"#),
      ("event.reported", 7, #"{"told":true}"#),
      (
        "event.reported", 1,
        #"{"event":{"type":"space-launch","title":"x","sentiment":0.50},"#
          + #""mention":{"source":"s","channel":"c"}}"#
      ),
    ]
    _ = try person.store.write { transaction in
      try Projector.append(
        strange.enumerated().map { place, record in
          NewRecord(
            id: .naming("strange", "\(place)"),
            type: RecordType(name: record.0, version: record.1), payload: Array(record.2.utf8))
        }, to: transaction, now: person.now)
    }
    let file = person.folder.appending(path: "log.jsonl").path
    #expect(person.run("log", "-O", "cloudevents", "-o", file).code == 0)
    #expect(other.run("import", file).code == 0)
    let records = try [person, other].map {
      try $0.store.read { try Log($0).read(after: 0, limit: 9) }
    }
    #expect(records[0] == records[1])
    #expect(records[1].map { String(decoding: $0.payload, as: UTF8.self) } == strange.map(\.2))
    let status = try JSON.parse(other.run("status", "-O", "json").output)
    #expect(status["unknownRecords"] == 2 && status["events"] == 1)
    #expect(other.run("check", "--deep").code == 0)
  }

  @Test func `secrets of an old log are counted, and stay out of a redacted export`() throws {
    let (person, other) = (Person(), Person())
    let item = ItemObservation(
      feed: "https://bob:hunter2@h.example/f?key=abc", feedTitle: "F", key: "1", title: "t")
    _ = try person.store.write { transaction in
      try Projector.append(
        [NewRecord(id: .naming("old"), change: .itemObserved(item))], to: transaction,
        now: person.now)
    }
    let status = try JSON.parse(person.run("status", "-O", "json").output)
    #expect(status["secretsInLog"] == 1)
    let file = person.folder.appending(path: "clean.jsonl")
    #expect(person.run("export", "--redact", "-o", file.path).code == 0)
    let text = try String(contentsOf: file, encoding: .utf8)
    #expect(text.contains("h.example/f") && !text.contains("hunter2") && !text.contains("abc"))
    #expect(other.run("import", file.path).code == 0)
    #expect(other.run("check", "--deep").code == 0)
    let clean = try JSON.parse(other.run("status", "-O", "json").output)
    #expect(clean["secretsInLog"] == 0 && clean["items"] == 1)
    // The feed is the same with its password and without.
    let known = try person.store.ask {
      try $0.item(of: "https://h.example/f?key=\(Redaction.placeholder)", keys: ["1"])
    }
    #expect(known != nil)
  }

  enum Damage: CaseIterable {
    case lastLine, middleLine, word, time

    func done(to lines: [String]) -> [String] {
      switch self {
      case .lastLine: Array(lines.dropLast())
      case .middleLine: Array(lines.prefix(1) + lines.dropFirst(2))
      case .word: lines.map { $0.replacing("Acme", with: "Acne") }
      case .time: lines.map { $0.replacing("2026-11-23T12", with: "2031-11-23T12") }
      }
    }

    var words: String {
      switch self {
      case .lastLine: "the export went on to"
      case .middleLine: "should follow"
      case .word: "its bytes are not those exported"
      case .time: "is later than now"
      }
    }

    var isMissing: Bool { self == .lastLine || self == .middleLine }
  }

  @Test(arguments: Damage.allCases)
  func `an import says when an exported log is not whole`(damage: Damage) throws {
    let (person, other) = (Person(), Person())
    for name in ["Acme", "Bolt", "Cargo"] {
      person.run("add", "--date", "2026", "--type", "funding", "--title", name, "--source", "x")
    }
    let file = person.folder.appending(path: "log.jsonl")
    person.run("log", "-O", "cloudevents", "-o", file.path)
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
    let damaged = damage.done(to: lines.map(String.init)).joined(separator: "\n") + "\n"
    try damaged.write(to: file, atomically: true, encoding: .utf8)
    let run = other.run("import", file.path)
    #expect(run.code == 65 && run.error.contains(damage.words), "\(run.error)")
    #expect(other.run("import", "--partial", file.path).code == (damage.isMissing ? 0 : 65))
  }
}
