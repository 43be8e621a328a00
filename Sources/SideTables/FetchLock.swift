import EventLog
import Foundation

/// The right to fetch for a store, which one process has at a time. The system takes it back when
/// the process ends, however it ends.
public final class FetchLock {
  private let descriptor: Int32

  /// - Throws: ``StoreError/busy`` when another process is fetching.
  public init(of store: String) throws {
    let path = store + "-fetch"
    descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else {
      throw StoreError.cannotWrite(path: path, String(cString: strerror(errno)))
    }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      close(descriptor)
      throw StoreError.busy
    }
  }

  deinit { close(descriptor) }
}
