import Foundation
import Testing

@testable import AnnalsCLI

/// What `-o` replaces, what it writes into, and what it leaves alone.
@Suite struct OutputFileTests {
  let person = Person()

  private func path(_ name: String) -> String { person.folder.appending(path: name).path }

  private func kind(_ name: String) throws -> FileAttributeType? {
    try FileManager.default.attributesOfItem(atPath: name)[.type] as? FileAttributeType
  }

  private func text(_ name: String) throws -> String {
    try String(contentsOfFile: path(name), encoding: .utf8)
  }

  private func put(_ text: String, into name: String) throws {
    try text.write(toFile: path(name), atomically: false, encoding: .utf8)
  }

  @Test func `a file is replaced and keeps its permissions`() throws {
    try put("old", into: "out")
    #expect(chmod(path("out"), 0o640) == 0)
    #expect(person.run("log", "-o", path("out")).code == 0)
    #expect(try text("out").hasPrefix("date\t"))
    var status = stat()
    #expect(stat(path("out"), &status) == 0 && status.st_mode & 0o7777 == 0o640)
  }

  @Test func `what is not whole has no name, and is not there`() throws {
    try put("old", into: "out")
    let before = try FileManager.default.contentsOfDirectory(atPath: person.folder.path)
    for name in ["out", "new"] {
      let file = try OutputFile(path(name), sparing: NamedStores())
      let cut = Failure(.no, "cut short")
      #expect(throws: cut) {
        try file.write { write in
          try write(Array("half".utf8))
          let during = try FileManager.default.contentsOfDirectory(atPath: person.folder.path)
          #expect(Set(during) == Set(before))
          throw cut
        }
      }
      let after = try FileManager.default.contentsOfDirectory(atPath: person.folder.path)
      #expect(Set(after) == Set(before))
    }
    #expect(try text("out") == "old")
  }

  @Test func `a link stays a link, and the file behind it is written`() throws {
    try FileManager.default.createSymbolicLink(
      atPath: path("link"), withDestinationPath: "elsewhere")
    #expect(person.run("log", "-o", path("link")).code == 0)
    #expect(try kind(path("link")) == .typeSymbolicLink)
    #expect(try text("elsewhere").hasPrefix("date\t"))
  }

  @Test func `a device stays a device`() throws {
    #expect(person.run("log", "-o", "/dev/zero").code == 0)
    #expect(try kind("/dev/zero") == .typeCharacterSpecial)
    #expect(person.run("log", "-o", "/dev/full").code == 73)
  }

  @Test func `a pipe hands on what is written`() throws {
    #expect(mkfifo(path("pipe"), 0o600) == 0)
    let descriptor = open(path("pipe"), O_RDWR | O_NONBLOCK)
    defer { close(descriptor) }
    #expect(person.run("log", "-o", path("pipe")).code == 0)
    var bytes = [UInt8](repeating: 0, count: 100)
    let count = read(descriptor, &bytes, bytes.count)
    #expect(String(decoding: bytes.prefix(max(0, count)), as: UTF8.self).hasPrefix("date\t"))
    #expect(mkfifo(path("pipe"), 0o600) != 0)
  }

  @Test func `a dash is standard output`() throws {
    #expect(person.run("log", "-o", "-").output == person.run("log").output)
  }

  @Test(arguments: ["", "-wal", "-shm"])
  func `a store's files are refused, however they are spelled`(ending: String) throws {
    let open = try person.store
    let file = path("annals.sqlite") + ending
    try FileManager.default.createSymbolicLink(atPath: path("link"), withDestinationPath: file)
    try FileManager.default.linkItem(atPath: file, toPath: path("twin"))
    for name in [file, path("./annals.sqlite\(ending)"), path("link"), path("twin")] {
      let said = person.run("log", "-o", name)
      #expect(said.code == 73)
      #expect(said.error.hasPrefix("annals: cannot write \(name): it is a store of annals"))
    }
    withExtendedLifetime(open) { #expect(person.run("check").error == "all is well\n") }
  }

  @Test(arguments: ["-wal", "-shm", "-journal"])
  func `the name of a store's file is refused before the file is there`(ending: String) {
    #expect(person.run("log", "-o", path("annals.sqlite") + ending).code == 73)
    #expect(!FileManager.default.fileExists(atPath: path("annals.sqlite") + ending))
  }

  @Test(arguments: ["", "-wal"])
  func `another store is refused by what it holds`(ending: String) throws {
    let other = Person()
    let store = other.folder.appending(path: "annals.sqlite").path
    #expect(other.run("status").code == 0)
    #expect(person.run("log", "-o", store + ending).code == 73)
    #expect(person.run("forecast", "--durations", "4,2", "-o", store + ending).code == 73)
    #expect(other.run("check").error == "all is well\n")
  }

  @Test(.enabled(if: access("/dev/shm", W_OK) == 0, "there is no /dev/shm"))
  func `files in memory lie under /dev and are files`() throws {
    let folder = URL(filePath: "/dev/shm/annals-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
    defer { try? FileManager.default.removeItem(at: folder) }
    #expect(person.run("status").code == 0)
    let (store, out) = (folder.appending(path: "annals.sqlite"), folder.appending(path: "out"))
    try FileManager.default.copyItem(
      at: person.folder.appending(path: "annals.sqlite"), to: store)
    #expect(person.run("log", "-o", store.path).code == 73)
    #expect(person.run("log", "-o", out.path).code == 0)
    #expect(try String(contentsOf: out, encoding: .utf8).hasPrefix("date\t"))
  }

  @Test func `a folder is refused`() throws {
    #expect(person.run("log", "-o", person.folder.path).code == 73)
    #expect(person.run("log", "-o", path("nowhere/out")).code == 73)
  }

  @Test func `a write that fails leaves the old file, and nothing beside it`() throws {
    try put("old", into: "out")
    let before = try FileManager.default.contentsOfDirectory(atPath: person.folder.path).sorted()
    let file = try OutputFile(path("out"), sparing: NamedStores())
    #expect(throws: OutputClosed.self) {
      try file.write { write in
        try write(Array("new".utf8))
        throw OutputClosed()
      }
    }
    #expect(try text("out") == "old")
    let after = try FileManager.default.contentsOfDirectory(atPath: person.folder.path).sorted()
    #expect(after == before)
  }
}
