import EventCoding
import EventLog
import EventModel
import Foundation
import GRDB
import LoopbackServer
import SideTables
import Testing

@testable import AnnalsCLI

/// Feeds that end the process, by processes that really end.
@Suite struct QuarantineTests {
  let person = Person()
  let site = Site(["/a": .answer(text: Site.feed(["a"], title: "A"))])

  /// A feed that takes its time to code.
  private func writeLongFeed() throws -> String {
    let file = person.folder.appending(path: "long.xml").path
    let items = (0..<3000).map { "OpenAI raises $\($0) million in Series G funding" }
    try Site.feed(items).write(toFile: file, atomically: true, encoding: .utf8)
    return file
  }

  /// Runs `annals ingest` in a process that is killed while it reads for the nth time in a row.
  private func die(reading file: String, attempt: Int) async {
    await #expect(processExitsWith: .signal(SIGKILL)) {
      [folder = person.folder.path as String, file = file as String, attempt = attempt as Int] in
      let person = Person(in: URL(filePath: folder))
      let watch = try person.store
      Thread.detachNewThread {
        while true {
          let unfinished = try? watch.read {
            try Int.fetchOne($0.database, sql: "SELECT max(unfinished) FROM attempt")
          }
          if unfinished == attempt { kill(getpid(), SIGKILL) }
          usleep(1000)
        }
      }
      person.run("ingest", file)
    }
  }

  @Test func `a file that kills annals twice is left alone, and the others go on`() async throws {
    #expect(person.run("feed", "check").code == 0)
    let file = try writeLongFeed()
    let other = person.folder.appending(path: "other.xml").path
    try Site.feed(["other"]).write(toFile: other, atomically: true, encoding: .utf8)
    for attempt in [1, 2] { await die(reading: file, attempt: attempt) }
    #expect(try person.head == 0)

    let run = person.run("ingest", file, other)
    #expect(run.code == 2)
    #expect(
      run.error.contains(
        "long.xml: quarantined: annals ended 2 times in a row while reading it; the next attempt is "
          + "after 2026-11-30T12:00:00Z, or by another version\n"))
    #expect(run.error.contains("ingested 1 feed: 1 item\n"))
    #expect(person.run("ingest", "--dry-run", file).code == 2)
    #expect(person.run("feed", "check").error.contains("long.xml: quarantined"))

    // The same content comes from a feed.
    let server = try site.serve()
    site["/long"] = .answer(text: try String(contentsOfFile: file, encoding: .utf8))
    #expect(person.run("feed", "add", server.url("/long"), "--allow-private").code == 0)
    let fetch = person.run("fetch", "--allow-private")
    #expect(fetch.output.hasPrefix("Sample: refused: quarantined"))
    #expect(try person.head == 1)
  }

  @Test func `a feed in quarantine is not asked, named by feed check, and tried again in a week`()
    throws
  {
    let server = try site.serve()
    site["/b"] = .answer(text: Site.feed(["b"], title: "B"))
    for target in ["/a", "/b"] {
      #expect(person.run("feed", "add", server.url(target), "--allow-private").code == 0)
    }
    // As a process leaves it that was killed while it read, twice.
    let version = Program.version(with: EventCoder(.bundled))
    try person.store.write { transaction in
      for _ in 0..<2 {
        try AttemptTable(transaction).begin(
          server.url("/a"), named: "A", digest: "d", version: version, now: person.now)
      }
    }
    let asked = server.requests.count
    let run = person.run("fetch", "--allow-private")
    #expect(run.code == 2)
    #expect(run.output.contains("A: quarantined: annals ended 2 times in a row"))
    #expect(run.output.contains("B: 1 new\n"))
    #expect(run.error.hasPrefix("polled 1 feed: 1 item; 1 in quarantine\n"))
    #expect(server.requests.count == asked + 1)
    let check = person.run("feed", "check", "-O", "json")
    #expect(check.code == 1)
    #expect(check.output.contains("\"health\":\"quarantined\""))

    person.wait(hours: 7 * 24)
    #expect(person.run("fetch", "a", "--allow-private").output == "A: 1 new\n")
    #expect(person.run("feed", "check").code == 0)
  }
}
