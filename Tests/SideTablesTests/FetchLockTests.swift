import EventLog
import Foundation
import TestSupport
import Testing

@testable import SideTables

@Suite struct FetchLockTests {
  let store: TemporaryStore

  init() throws { store = try .withSideTables() }

  @Test func `only one process at a time may fetch`() throws {
    let lock = try FetchLock(of: store.store.path)
    #expect(throws: StoreError.busy) { try FetchLock(of: store.store.path) }
    withExtendedLifetime(lock) {}
    _ = consume lock
    _ = try FetchLock(of: store.store.path)
  }

  @Test func `a store is the same by every name that it has`() throws {
    let path = store.store.path
    let (soft, hard) = (path + "-soft", path + "-hard")
    defer { for name in [soft, hard] { unlink(name) } }
    #expect(symlink(path, soft) == 0 && link(path, hard) == 0)
    let dotted = path.replacing(/\/([^\/]*)$/) { "/./\($0.1)" }
    let lock = try FetchLock(of: path)
    for name in [soft, hard, dotted] {
      #expect(throws: StoreError.busy) { try FetchLock(of: name) }
    }
    withExtendedLifetime(lock) {}
  }

  @Test func `another process that fetches is seen, and gone when it has died`() async throws {
    let path = store.store.path
    let lock = try FetchLock(of: path)
    await #expect(processExitsWith: .success) { [path = path as String] in
      #expect(throws: StoreError.busy) { try FetchLock(of: path) }
    }
    withExtendedLifetime(lock) {}
    _ = consume lock
    await #expect(processExitsWith: .signal(SIGKILL)) { [path = path as String] in
      let lock = try FetchLock(of: path)
      withExtendedLifetime(lock) { _ = kill(getpid(), SIGKILL) }
    }
    _ = try FetchLock(of: path)
  }

  @Test func `a store that is no longer in its place is missed`() throws {
    let path = store.store.path
    let lock = try FetchLock(of: path)
    try lock.checkStore()
    #expect(rename(path, path + "-away") == 0)
    #expect(throws: StoreError.missing(path: path)) { try lock.checkStore() }
    #expect(throws: StoreError.missing(path: path)) { try FetchLock(of: path) }
    #expect(rename(path + "-away", path) == 0)
    try lock.checkStore()
  }
}
