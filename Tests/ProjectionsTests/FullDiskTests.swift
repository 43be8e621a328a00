import EventLog
import EventModel
import Foundation
import Projections
import TestSupport
import Testing

/// What becomes of a store whose disk is full: a small disk in memory, which only root can make.
@Suite(.enabled(if: SmallDisk.isAllowed)) struct FullDiskTests {
  let disk = try! SmallDisk(megabytes: 16)
  var path: String { disk.folder + "/store.sqlite" }
  let noon = Instant("2026-11-23T12:00:00Z")!

  private func made() throws -> Store {
    let store = try Store(creating: path)
    try store.write { try Projector.prepare($0) }
    try store.write { _ = try Projector.append([.event("a")], to: $0, now: noon) }
    return store
  }

  private func events(_ purpose: Store.Purpose) throws -> Int {
    try Store(opening: path, for: purpose).ask { try $0.eventCounts().events }
  }

  @Test(arguments: [Store.Purpose.reading, .checking])
  func `questions are answered where no byte is free`(purpose: Store.Purpose) throws {
    _ = try made()
    try disk.fill()
    #expect(try events(purpose) == 1)
  }

  @Test func `what is written is all of it or nothing, and goes on once there is room`() throws {
    var store: Store? = try made()
    try disk.fill()
    let many = (0..<2000).map { NewRecord.event("more\($0)") }
    #expect(throws: StoreError.cannotWrite(path: path, "the disk is full")) {
      try store!.write { _ = try Projector.append(many, to: $0, now: noon) }
    }
    store = nil
    #expect(try events(.reading) == 1)
    try disk.clear()
    let healed = try Store(opening: path)
    try healed.write { _ = try Projector.append([.event("b")], to: $0, now: noon) }
    #expect(try healed.write { try Projector.verify($0) } == [])
    #expect(try events(.reading) == 2)
  }

  @Test func `what takes room once more is not begun without it`() throws {
    let store = try made()
    try disk.fill(leaving: 100 << 10)
    func isRefused(_ body: () throws -> Void) -> Bool {
      do { try body() } catch StoreError.noRoom(_, let needed, let free) {
        return needed > free && free <= 100 << 10
      } catch {}
      return false
    }
    #expect(isRefused { _ = try store.copy(to: disk.folder + "/copy.sqlite") })
    #expect(isRefused { try store.compact() })
    #expect(isRefused { _ = try Projector.rebuild(store) })
    #expect(try disk.files().filter { $0.contains("copy") || $0.contains("rebuild") } == [])
    try disk.clear()
    try store.compact()
    _ = try Projector.rebuild(store)
    #expect(try events(.reading) == 1)
  }
}

/// A file system in memory that goes when it is no longer used.
final class SmallDisk {
  let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
  private var filling: String { folder + "/filling" }

  static let isAllowed: Bool = (try? SmallDisk(megabytes: 1)) != nil

  private struct NotAllowed: Error {}

  init(megabytes: Int) throws {
    #if os(Linux)
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      guard mount("tmpfs", folder, "tmpfs", 0, "size=\(megabytes)m") == 0 else {
        rmdir(folder)
        throw NotAllowed()
      }
    #else
      throw NotAllowed()
    #endif
  }

  deinit {
    #if os(Linux)
      umount2(folder, Int32(MNT_DETACH))
      rmdir(folder)
    #endif
  }

  /// Takes all room but so many bytes.
  func fill(leaving rest: Int = 0) throws {
    let file = open(filling, O_WRONLY | O_CREAT, 0o600)
    defer { close(file) }
    let page = [UInt8](repeating: 1, count: 4096)
    while write(file, page, page.count) == page.count {}
    guard rest > 0 else { return }
    try #require(ftruncate(file, lseek(file, 0, SEEK_END) - rest) == 0)
  }

  func clear() throws { try FileManager.default.removeItem(atPath: filling) }

  func files() throws -> [String] { try FileManager.default.contentsOfDirectory(atPath: folder) }
}
