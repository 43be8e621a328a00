import EventLog
import Foundation
import TestSupport
import Testing

@Suite struct PrivateFileTests {
  let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path

  private func mode(_ path: String) throws -> Int {
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    return try #require(attributes[.posixPermissions] as? Int)
  }

  @Test func `a store, its folders and the files beside it are their owner's alone`() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let path = folder + "/a/b/store.sqlite"
    let store = try Store(creating: path)
    try store.write { _ in }
    for folder in [folder, folder + "/a", folder + "/a/b"] { #expect(try mode(folder) == 0o700) }
    let files = try FileManager.default.contentsOfDirectory(atPath: folder + "/a/b")
    #expect(Set(files).isSuperset(of: ["store.sqlite", "store.sqlite-wal"]))
    for file in files { #expect(try mode(folder + "/a/b/" + file) == 0o600, "\(file)") }
  }

  @Test func `a folder that is there keeps its mode`() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o755])
    _ = try Store(creating: folder + "/store.sqlite")
    #expect(try mode(folder) == 0o755)
  }

  @Test func `a folder that cannot be made is named with the reason`() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try "".write(toFile: folder, atomically: false, encoding: .utf8)
    #expect(throws: StoreError.cannotWrite(path: folder + "/a", "Not a directory")) {
      try Store(creating: folder + "/a/store.sqlite")
    }
  }
}

@Suite(.enabled(if: geteuid() != 0, "root may write everywhere"))
struct UnwritableStoreTests {
  let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
  var path: String { folder + "/store.sqlite" }

  @Test func `a folder that may not be looked into is one where no store can be made`() throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
    #expect(chmod(folder, 0) == 0)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    #expect(throws: StoreError.cannotWrite(path: path, "Permission denied")) {
      try Store(creating: path)
    }
    #expect(throws: StoreError.cannotRead(path: path, "Permission denied")) {
      try Store(opening: path)
    }
  }

  @Test func `a store whose folder may not be written is read all the same`() throws {
    try Store(creating: path).write { try $0.set("x", to: "y") }
    #expect(chmod(folder, 0o500) == 0)
    defer {
      chmod(folder, 0o700)
      try? FileManager.default.removeItem(atPath: folder)
    }
    #expect(try Store(opening: path, for: .reading).read { try $0.setting("x") } == "y")
    #expect(chmod(path, 0o400) == 0 && chmod(folder, 0o700) == 0)
    #expect(try Store(opening: path, for: .reading).read { try $0.setting("x") } == "y")
  }

  @Test func `a folder that may not be written is named, not the files in it that may be`() throws {
    let (store, copy) = (try Store(creating: path), folder + "/copy")
    try store.write { try $0.set("x", to: "y") }
    for end in ["", "-wal"] {
      try FileManager.default.copyItem(atPath: path + end, toPath: copy + end)
    }
    #expect(chmod(folder, 0o500) == 0)
    defer {
      chmod(folder, 0o700)
      try? FileManager.default.removeItem(atPath: folder)
    }
    do {
      try Store(opening: copy).write { try $0.set("x", to: "z") }
      Issue.record("it was written")
    } catch StoreError.cannotWrite(copy, let why) { #expect(why.hasPrefix("its folder")) }
  }

  @Test func `a file beside the store that may not be written is named`() throws {
    let store = try Store(creating: path)
    try store.write { try $0.set("x", to: "y") }
    #expect(chmod(path + "-wal", 0o400) == 0)
    defer {
      chmod(path + "-wal", 0o600)
      try? FileManager.default.removeItem(atPath: folder)
    }
    do {
      try Store(opening: path).write { try $0.set("x", to: "z") }
      Issue.record("it was written")
    } catch StoreError.cannotWrite(path, let why) {
      #expect(why == "\(path)-wal beside it: Permission denied")
    }
  }

  @Test(arguments: [
    ("/store.sqlite", "Permission denied"), ("", "its folder, where files are kept"),
  ])
  func `what stands in the way of writing is named`(file: String, reason: String) throws {
    _ = try Store(creating: path)
    #expect(chmod(folder + file, 0o500) == 0)
    defer {
      chmod(folder + file, 0o700)
      try? FileManager.default.removeItem(atPath: folder)
    }
    do {
      try Store(opening: path).write { try $0.set("x", to: "y") }
      Issue.record("it was written")
    } catch StoreError.cannotWrite(path, let why) { #expect(why.hasPrefix(reason)) }
  }
}
