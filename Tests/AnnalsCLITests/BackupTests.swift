import Foundation
import JSONText
import Testing

/// What a person does before and after a disk dies.
@Suite struct BackupTests {
  let person = Person()

  func path(_ name: String) -> String { person.folder.appending(path: name).path }

  func add(_ title: String) {
    let words = ["add", "--date", "2023", "--type", "funding", "--source", "me", "--title", title]
    #expect(person.run(words).code == 0)
  }

  @Test func `a store is made again from its backup, and what that lacks is told`() throws {
    add("one")
    let copied = person.run("backup", path("monday"))
    #expect(copied.code == 0)
    #expect(copied.error.hasPrefix("copied up to @1 "))
    #expect(person.run("log", "--store", path("monday")).output.contains("one"))
    add("two")
    add("three")
    #expect(person.run("restore", path("monday")).code == 73)
    for ending in ["", "-wal", "-shm"] {
      try? FileManager.default.removeItem(atPath: path("annals.sqlite") + ending)
    }
    let restored = person.run("restore", path("monday"))
    #expect(restored.code == 0)
    #expect(restored.error.contains("restored up to @1 "))
    let log = person.run("log").output
    #expect(log.contains("one") && !log.contains("two"))
    add("four")
    #expect(person.run("check", "file", "log", "projections", "search").code == 0)
  }

  @Test func `what is no store is no backup, and a store is not copied over a file`() throws {
    try Data("text".utf8).write(to: URL(filePath: path("text")))
    let refused = person.run("restore", path("text"), "--store", path("new.sqlite"))
    #expect(refused.code == 65 && refused.error.contains("is not a store of annals"))
    #expect(!FileManager.default.fileExists(atPath: path("new.sqlite")))
    let kept = person.run("backup", path("text"))
    #expect(kept.code == 73 && kept.error.contains("is there already"))
    #expect(person.run("backup", path("annals.sqlite")).code == 73)
    #expect(person.run("backup", path("no/such/folder/x")).code == 0)
  }

  @Test func `compact says what it gives back`() {
    add("one")
    let compacted = person.run("compact")
    #expect(compacted.code == 0 && compacted.error.contains(" → "))
    #expect(person.run("check").code == 0)
    #expect(person.run("search", "one").output.contains("one"))
  }
}
