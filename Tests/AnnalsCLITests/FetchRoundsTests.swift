import EventLog
import Foundation
import GRDB
import LoopbackServer
import SideTables
import Testing

/// What fetching outlives: others who fetch, interrupts, and what happens to the feeds and the store.
@Suite struct FetchRoundsTests: FollowingSuite {
  let person = Person()
  let site = Site.ofTwoItems
  let server: LoopbackServer

  init() throws { server = try site.serve() }

  @Test func `two fetches at once do not fight`() throws {
    follow()
    let lock = try FetchLock(of: person.store.path)
    let run = person.run("fetch", "--allow-private")
    #expect(run.code == 75)
    #expect(run.error.hasPrefix("annals: another annals is fetching\n"))
    withExtendedLifetime(lock) {}
  }

  @Test func `an interrupt keeps what has come, and ends with 130`() throws {
    site["/slow"] = .answer(text: Site.feed(["s"], title: "Slow"))
    follow()
    follow("/slow")
    site["/slow"] = [.silence]
    person.wait(hours: 1)
    person.meanwhile = { [person] in if (try? person.head) == 3 { person.patience = -1 } }
    let run = person.run("fetch", "--all", "--allow-private")
    #expect(run.code == 130)
    #expect(run.output == "Sample: 2 new\n")
    #expect(try person.head == 3)
    (person.patience, person.meanwhile) = (.max, {})
    #expect(person.run("fetch", "--dry-run").output == "Slow\n")
  }

  @Test func `a feed that is removed while it is polled is let go, and the others are ingested`()
    throws
  {
    site["/slow"] = .answer(text: Site.feed(["s"], title: "Slow"))
    follow()
    follow("/slow")
    let guest = Person(besides: person)
    person.meanwhile = { _ = guest.run("feed", "remove", "slow") }
    #expect(
      fetch() == "Sample: 2 new\n"
        + "Slow: removed while it was polled; nothing of it was ingested\n")
    #expect(try person.head == 3)
  }

  /// What `fetch --every` says round by round, with something happening after each but the last.
  func rounds(_ between: (() throws -> Void)...) -> (code: Int32, said: [String]) {
    var said: [String] = []
    person.meanwhile = { person.wait(hours: 1) }
    person.heard = { text in
      said.append(text)
      if said.count > between.count { return person.patience = 0 }
      #expect(throws: Never.self) { try between[said.count - 1]() }
    }
    let run = person.run("fetch", "--every", "1h", "--all", "--allow-private")
    return (run.code, said)
  }

  /// Changes the tables of the store behind the program's back.
  func tamper(_ sql: String) throws {
    try person.store.write { try $0.database.execute(sql: sql) }
  }

  @Test func `fetching again and again outlives what happens to the feeds and the store`() throws {
    follow()
    site["/two"] = .answer(text: Site.feed(["a"], title: "Two"))
    follow("/two")
    let path = try person.store.path
    let away = path + "-away"
    defer { for ending in ["", "-wal", "-shm"] { unlink(away + ending) } }
    let (code, said) = rounds(
      { try tamper("UPDATE fetch_state SET state = '{'") },
      { for ending in ["", "-wal", "-shm"] { _ = rename(path + ending, away + ending) } },
      { for ending in ["", "-wal", "-shm"] { _ = rename(away + ending, path + ending) } },
      { #expect(Person(besides: person).run("feed", "remove", "two").code == 0) },
      { try tamper("DROP TABLE pause; CREATE TABLE pause(x)") },
      { try tamper("DROP TABLE pause") })
    let wanted = [
      "polled 2 feeds: 3 items", "polled 2 feeds: nothing new", "there is no store at",
      "polled 2 feeds: nothing new", "polled 1 feed: nothing new", "SQLite error",
      "polled 1 feed: nothing new",
    ]
    #expect(said.elementsEqual(wanted) { $0.hasPrefix($1) }, "\(said)")
    #expect(code == 130)
  }

  @Test func `a mistake in the command ends it at once, another fetch does not`() throws {
    follow()
    let mistake = person.run("fetch", "--every", "1h", "nowhere", "--allow-private")
    #expect(mistake.code == 1)
    var lock: FetchLock? = try FetchLock(of: person.store.path)
    let (code, said) = rounds({ lock = nil })
    #expect(code == 130 && lock == nil)
    #expect(said == ["another annals is fetching\n", "polled 1 feed: 2 items\n"])
  }

  @Test func `a corrupt log ends it`() throws {
    follow()
    let (code, said) = rounds(
      {
        try tamper("DROP TRIGGER record_is_not_changed; UPDATE record SET hash = x'00'")
        site["/feed"] = .answer(text: Site.feed(["three"]))
      }, {})
    #expect(code == 74)
    #expect(said.last?.contains("its hash is not 32 bytes long") == true)
  }

  @Test func `a state that cannot be read is one feed's, named by feed check`() throws {
    follow()
    _ = fetch()
    try tamper("UPDATE fetch_state SET state = '{'")
    let check = person.run("feed", "check", "-O", "json")
    #expect(check.code == 1)
    #expect(check.output.contains("\"health\":\"unreadable\""))
    let whole = person.run("check")
    #expect(whole.code == 1)
    #expect(whole.output.contains("fetch_state “\(server.url("/feed"))”: "))
    #expect(fetch() == "Sample: unchanged\n")
    #expect(person.run("feed", "check").code == 0)
  }
}
