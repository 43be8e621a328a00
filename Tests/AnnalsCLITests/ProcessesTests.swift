import EventLog
import EventModel
import Foundation
import Testing

/// How many runs read the feeds, and whether at once, is nothing to the log.
@Suite struct ProcessesTests {
  let person = Person()

  /// Feeds, each in a file, that tell one event more than the feed before and three that it told.
  private func writeFeeds(_ count: Int) throws -> [String] {
    let headlines = [
      "OpenAI raises $30 billion in Series G funding", "Google acquires Wiz for $32 billion",
      "Baidu lays off 500 employees in Beijing", "Mistral AI releases Magistral reasoning model",
      "Authors sue Anthropic over pirated books", "Cohere names Joelle Pineau chief AI officer",
      "DeepSeek chatbot outage hits millions of users",
      "Nvidia reports quarterly revenue of $57 billion",
      "European Parliament adopts the AI Act", "MiniMax files for Hong Kong IPO",
      "Microsoft plans $80 billion of data centres",
    ]
    return try (0..<count).map { feed in
      let items = headlines[feed..<feed + 4].map {
        $0 + ["", ", report says", ": sources"][feed % 3]
      }
      let file = person.folder.appending(path: "feed-\(feed).xml")
      let date = "<pubDate>Mon, 23 Nov 2026 08:00:00 GMT</pubDate></item>"
      try Site.feed(items, title: "Feed \(feed)").replacing("</item>", with: date)
        .write(to: file, atomically: true, encoding: .utf8)
      return file.path
    }
  }

  private func records(of person: Person) throws -> [Record] {
    try person.store.read { try Log($0).read(after: 0, limit: .max) }
  }

  /// The log that one run over the files makes.
  private func recordsOfOneRun(over files: [String]) throws -> [Record] {
    let one = Person()
    _ = one.run(["ingest"] + files)
    return try records(of: one)
  }

  @Test func `one run over all files and one for each make the same log`() throws {
    let files = try writeFeeds(4)
    for file in files { #expect(person.run("ingest", file).code == 0) }
    let log = try records(of: person)
    #expect(log.count { $0.type.name == "event.reported" } == files.count + 3)
    #expect(try log == recordsOfOneRun(over: files))
  }

  @Test func `what another run tells between two files is known when the second is read`() throws {
    let files = try writeFeeds(3)
    let other = Person(besides: person)
    person.typed = {
      #expect(other.run("ingest", files[1]).code == 0)
      return Array((try? Data(contentsOf: URL(filePath: files[2]))) ?? Data())
    }
    #expect(person.run("ingest", files[0], "-").code == 0)
    #expect(try records(of: person) == recordsOfOneRun(over: files))
  }

  @Test func `two runs at once make a log that some order of single runs makes`() async throws {
    let files = try writeFeeds(8)
    let folder = person.folder
    let codes = await withTaskGroup { group in
      for half in 0...1 {
        let own = files.indices.filter { $0 % 2 == half }.map { files[$0] }
        group.addTask { Person(in: folder).run(["ingest"] + own).code }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(codes == [0, 0])
    let log = try records(of: person)
    var order: [String] = []
    for case .itemObserved(let item) in log.map(\.change) where !order.contains(item.feedTitle) {
      order.append(item.feedTitle)
    }
    #expect(order.count == files.count)
    let inTurn = order.map { title in files[Int(title.dropFirst("Feed ".count))!] }
    #expect(try log == recordsOfOneRun(over: inTurn))
  }

  private static let corpus = root.deletingLastPathComponent()
    .appending(path: "shared/feeds/corpus.tar.xz").path
  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  @Test(
    .enabled(
      if: FileManager.default.fileExists(atPath: corpus),
      "there is no ../shared/feeds/corpus.tar.xz"))
  func `one run over real feeds and one for each make the same log`() throws {
    let unpacking = Process()
    unpacking.executableURL = URL(filePath: "/usr/bin/env")
    unpacking.arguments = ["tar", "-xJf", Self.corpus, "-C", person.folder.path]
    try unpacking.run()
    unpacking.waitUntilExit()
    let folder = person.folder.appending(path: "corpus")
    let names = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String }
    let files = (names ?? []).sorted().map { folder.appending(path: $0) }.filter {
      let size = (try? $0.resourceValues(forKeys: [.fileSizeKey]).fileSize) ?? 0
      return size > 0 && size < 50_000 && $0.pathExtension != "tsv"
    }.map(\.path)
    let sample = stride(from: 0, to: files.count, by: 20).map { files[$0] }
    for file in sample { _ = person.run("ingest", file) }
    let log = try records(of: person)
    #expect(log.count > 20)
    #expect(try log == recordsOfOneRun(over: sample))
  }
}
