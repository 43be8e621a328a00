import EventLog
import Foundation
import Synchronization

/// The right to fetch for a store, which one process has at a time, by whatever name the store is
/// called: path, symbolic or hard link. The system takes it back when the process ends, however it
/// ends.
///
/// It is a lock on a byte of the store itself, far beyond any that SQLite locks or writes, so that no
/// further file is needed and no second name leads around it. The descriptor is never closed: POSIX
/// drops a process's other locks on a file, SQLite's among them, when it closes any descriptor of it.
package final class FetchLock {
  private let file: FileNumber
  private let path: String

  private struct Opened {
    let descriptor: Int32
    var isHeld: Bool
  }

  private static let opened = Mutex<[FileNumber: Opened]>([:])

  /// - Throws: ``StoreError/busy`` when another process is fetching; ``StoreError/missing(path:)`` and
  ///   ``StoreError/cannotWrite(path:_:)`` when the store is not there or is not to be written.
  package init(of store: String) throws {
    guard let file = FileNumber(of: store) else { throw StoreError.missing(path: store) }
    try FetchLock.opened.withLock { files in
      if files[file]?.isHeld == true { throw StoreError.busy }
      let descriptor = files[file]?.descriptor ?? open(store, O_RDWR | O_CLOEXEC)
      guard descriptor >= 0 else {
        throw StoreError.cannotWrite(path: store, String(cString: strerror(errno)))
      }
      files[file] = Opened(descriptor: descriptor, isHeld: false)
      guard FetchLock.set(F_WRLCK, on: descriptor) else { throw StoreError.busy }
      files[file]?.isHeld = true
    }
    self.file = file
    path = store
  }

  deinit {
    FetchLock.opened.withLock { files in
      if let descriptor = files[file]?.descriptor { _ = FetchLock.set(F_UNLCK, on: descriptor) }
      files[file]?.isHeld = false
    }
  }

  /// - Throws: ``StoreError/missing(path:)`` when the store is no longer where it was, so that what is
  ///   written would be lost with it.
  package func checkStore() throws {
    guard FileNumber(of: path) == file else { throw StoreError.missing(path: path) }
  }

  /// `F_OFD_SETLK` of fcntl(2), which Glibc declares for GNU sources alone: the lock belongs to the
  /// open file, not to the process.
  #if os(Linux)
    private static let setLock: Int32 = 37
  #else
    private static let setLock = F_OFD_SETLK
  #endif

  private static func set(_ kind: Int32, on descriptor: Int32) -> Bool {
    var lock = flock()
    lock.l_type = Int16(kind)
    lock.l_whence = Int16(SEEK_SET)
    lock.l_start = .max - 1
    lock.l_len = 1
    return fcntl(descriptor, setLock, &lock) == 0
  }
}

/// What the system knows a file by, whatever it is called.
private struct FileNumber: Hashable {
  let device: UInt64
  let number: UInt64

  /// nil when there is no such file.
  init?(of path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    device = UInt64(status.st_dev)
    number = UInt64(status.st_ino)
  }
}
