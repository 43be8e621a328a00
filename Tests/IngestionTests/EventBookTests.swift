import JSONText
import EventLog
import EventModel
import Foundation
import Ingestion
import Projections
import TestSupport
import Testing

@Suite struct EventBookTests {
  static let launch = """
    {"id":"launch","date":"2022-11-30","type":"product-release","title":"OpenAI launches ChatGPT",\
    "actors":["OpenAI"],"objects":["ChatGPT"],"stance":"official","source":"https://openai.com"}
    """
  static let phases = """
    {"id":"s","sequence":"nlp","title":"NLP","unit":"year","source":"report"}
    {"id":"p","sequence":"nlp","phase":"Rules","began":"1950","ended":"1990","source":"report",\
    "stated":{"value":"40","unit":"year","roundedTo":"10"}}
    """

  func book(_ text: String, _ file: String = "Events/test.jsonl") -> EventBook {
    EventBook(file: file, bytes: Array(text.utf8))
  }

  @Test func `importing twice appends once`() throws {
    let store = try TemporaryStore()
    let books = [book(Self.launch + "\n" + Self.phases)]
    #expect(try store.store.importBooks(books, now: store.now).records == 5)
    #expect(try store.store.importBooks(books, now: store.now).records == 0)
  }

  @Test func `a corrected row is an amendment, and back again is another`() throws {
    let store = try TemporaryStore()
    let corrected = Self.launch.replacing("launches", with: "opens")
    for (text, records) in [
      (Self.launch, 1), (corrected, 1), (corrected, 0), (Self.launch, 1), (Self.launch, 0),
    ] {
      #expect(try store.store.importBooks([book(text)], now: store.now).records == records)
    }
    let titles = try store.store.ask { snapshot in
      try snapshot.events(
        matching: ReportFilter(), from: nil, to: nil, order: .occurred, limit: nil
      ).map(\.event.title)
    }
    #expect(titles == ["OpenAI launches ChatGPT"])
  }

  @Test func `a row that is the same as another book's is a mention of its event`() throws {
    let store = try TemporaryStore()
    let other = Self.launch.replacing("\"stance\"", with: "\"sameAs\":\"test#launch\",\"stance\"")
    let books = [book(Self.launch), book(other, "Events/other.jsonl")]
    let appended = try store.store.importBooks(books, now: store.now)
    #expect((appended.events, appended.mentions) == (1, 2))
  }

  @Test func `a row that is the same as one imported before is a mention of it`() throws {
    let store = try TemporaryStore()
    let other = Self.launch.replacing("\"stance\"", with: "\"sameAs\":\"test#launch\",\"stance\"")
    _ = try store.store.importBooks([book(Self.launch)], now: store.now)
    let later = try store.store.importBooks([book(other, "Events/other.jsonl")], now: store.now)
    #expect((later.events, later.mentions) == (0, 1))
    let alone = try TemporaryStore()
    let first = try alone.store.importBooks([book(other, "Events/other.jsonl")], now: store.now)
    #expect((first.events, first.mentions) == (1, 1))
  }

  @Test func `a row twice in a book's order is compared within the same import`() throws {
    let store = try TemporaryStore()
    let other = Self.launch.replacing("\"launch\"", with: "\"again\"")
      .replacing("\"stance\"", with: "\"sameAs\":\"test#launch\",\"stance\"")
    let appended = try store.store.importBooks([book(Self.launch + "\n" + other)], now: store.now)
    #expect((appended.events, appended.mentions) == (1, 2))
  }

  @Test func `a book of many rows is what its rows are, one at a time or many`() throws {
    let rows = (0..<1203).map { index in
      Self.launch.replacing("\"launch\"", with: "\"row-\(index)\"")
        .replacing(
          "\"stance\"",
          with: index == 0 ? "\"stance\"" : "\"sameAs\":\"test#row-\(index - 1)\",\"stance\"")
    }
    let (whole, single) = (try TemporaryStore(), try TemporaryStore())
    let appended = try whole.store.importBooks(
      [book(rows.joined(separator: "\n"))], now: whole.now)
    #expect((appended.rows, appended.events, appended.mentions) == (1203, 1, 1203))
    for part in [rows[..<1], rows[1..<700], rows[700...]] {
      _ = try single.store.importBooks([book(part.joined(separator: "\n"))], now: single.now)
    }
    let heads = try [whole, single].map { store in try store.read { try Log($0).head() } }
    #expect(heads[0] == heads[1])
  }

  @Test(arguments: [0, 999, 1000, 1100])
  func `with a wrong row nothing is imported, and every wrong row is told`(place: Int) throws {
    var rows = (0..<1200).map { Self.launch.replacing("\"launch\"", with: "\"row-\($0)\"") }
    rows[place] = "{}"
    rows[1150] = "nothing"
    let store = try TemporaryStore()
    var told: [Int?] = []
    #expect(throws: WrongRows(count: 2)) {
      try store.write { transaction in
        try transaction.append(
          books: [book(Self.phases), book(rows.joined(separator: "\n"))], now: store.now
        ) { told.append($0.line) }
      }
    }
    #expect(told == [place + 1, 1151])
    #expect(try store.read { try Log($0).head().position } == 0)
    #expect(try store.read(Projector.digestFaults) == [])
  }

  @Test func `what a person set stays when the book is corrected`() throws {
    let store = try TemporaryStore()
    _ = try store.store.importBooks([book(Self.launch)], now: store.now)
    let event = try store.store.ask {
      try $0.events(matching: ReportFilter(), order: .recorded)[0].id
    }
    _ = try store.store.record(reason: "r", now: store.now) { _ in
      .correct(event, try EventPatch([.init("title", "By hand")]), mention: nil)
    }
    #expect(try store.store.importBooks([book(Self.launch)], now: store.now).records == 0)
    let corrected = Self.launch.replacing("launches", with: "opens").replacing("-30", with: "-29")
    #expect(try store.store.importBooks([book(corrected)], now: store.now).records == 1)
    let view = try store.store.ask { try $0.events(matching: ReportFilter(), order: .recorded)[0] }
    #expect(view.event.title == "By hand")
    #expect(view.date?.text == "2022-11-29")
  }

  @Test(arguments: [
    (#"{"id":"a","source":"y"}"#, "type: is missing"),
    (#"{"id":"a","type":"funding-round","title":"x","source":"y","date":"2020"}"#, "“funding”?"),
    (#"{"id":"a","type":"funding","title":"x","source":"y"}"#, "date: is missing"),
    (#"{"id":"a","type":"funding","title":"x","source":"y","date":"May"}"#, "is not a date"),
    (#"{"id":"a","type":"funding","title":"x","actor":["y"],"date":"2020"}"#, "“actors”?"),
    (#"{"id":"a","type":"#, "the text ends"),
    ("[]", "JSON object"),
    (phases.replacing("\"40\"", with: "\"0\""), "longer than nothing"),
    (launch + "\n" + launch, "is that of line 1"),
  ])
  func `what is wrong with a row is said with its line`(text: String, words: String) throws {
    let finding = try #require(book(text).findings().first)
    #expect(finding.message.contains(words), "\(finding)")
    #expect(finding.file == "Events/test.jsonl")
  }

  @Test func `the bundled books have nothing wrong`() throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Events")
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path)
    where name.hasSuffix(".jsonl") {
      let bytes = try Data(contentsOf: folder.appending(path: name))
      #expect(!bytes.isEmpty)
      #expect(try EventBook(file: name, bytes: Array(bytes)).findings() == [])
    }
  }
}
