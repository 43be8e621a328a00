import EventLog
import EventModel
import Foundation
import TestSupport
import Testing

/// kill -9 in the middle of commands that write. `make bench-crash` kills each a thousand times.
@Suite struct CrashTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
  private static let book = ["import", root.appending(path: "Events/nlp-paradigms.jsonl").path]
  private static let feeds = ["ingest", root.appending(path: "Feeds/samples").path]
  private static let list = [
    "feed", "import", root.appending(path: "Tests/Transcripts/inputs/feeds.opml").path,
  ]

  /// Commands, and what has been done before each.
  static let commands: [(words: [String], before: [[String]])] = [
    (book, []), (feeds, [list]), (["rebuild"], [book, feeds]),
    (["forecast", "nlp", "--record"], [book]),
  ]

  /// The log's end, and every row beside it that is the same for every store: without the store's own
  /// id, and without the pages of the search index, which depend on when they were written.
  private func state(of person: Person) throws -> (Head, [String: [String]]) {
    try person.store.read { transaction in
      let rows = try transaction.contents.filter { !$0.key.contains("_fts_") }
      return (
        try Log(transaction).head(),
        rows.mapValues { rows in rows.filter { !$0.contains(#"name:"store""#) }.sorted() }
      )
    }
  }

  /// Runs a command in a process that is killed once SQLite's log has so many bytes.
  private func kill(_ words: [String], of person: Person, at size: Int) async {
    await #expect(processExitsWith: .signal(SIGKILL)) {
      [folder = person.folder.path as String, words = words as [String], size = size as Int] in
      Thread.detachNewThread {
        var status = stat()
        while stat(folder + "/annals.sqlite-wal", &status) != 0 || status.st_size < size {
          usleep(50)
        }
        Glibc.kill(getpid(), SIGKILL)
      }
      _ = Person(in: URL(filePath: folder)).run(words)
      Glibc.kill(getpid(), SIGKILL)
    }
  }

  @Test(arguments: commands.indices, [0.4, 0.9])
  func `what is killed and runs again ends where it would have ended`(
    index: Int, share: Double
  ) async throws {
    let (words, before) = Self.commands[index]
    let (whole, killed) = (Person(), Person())
    for words in before {
      #expect(whole.run(words).code == 0)
      #expect(killed.run(words).code == 0)
    }
    // As long as it is open, SQLite's log stays.
    let open = try whole.store
    #expect(whole.run(words).code == 0)
    let log = whole.folder.appending(path: "annals.sqlite-wal").path
    let size = try #require(FileManager.default.attributesOfItem(atPath: log)[.size] as? Int)
    let (head, rows) = try withExtendedLifetime(open) { try state(of: whole) }

    await kill(words, of: killed, at: Int(Double(size) * share))
    #expect(killed.run("check", "file", "log", "projections").code == 0)
    #expect(killed.run(words).code == 0)
    let (headAgain, rowsAgain) = try state(of: killed)
    #expect(headAgain == head)
    for table in Set(rows.keys).union(rowsAgain.keys) {
      #expect(rowsAgain[table] == rows[table], "\(table)")
    }
  }
}
