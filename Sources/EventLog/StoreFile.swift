import Foundation
import Synchronization

/// What the file at a store's path is, told from its first bytes, before SQLite touches it.
enum StoreFile: Equatable {
  case missing
  /// Nothing has been written, or only what a crash while a store was made leaves.
  case unfinished
  case store
  case foreign

  /// SQLite's header: 16 bytes of magic, and the application id at offset 68.
  init(at path: String) throws(StoreError) {
    var status = stat()
    guard stat(path, &status) == 0 else {
      guard errno == ENOENT || errno == ENOTDIR else {
        throw StoreError.cannotRead(path: path, String(cString: strerror(errno)))
      }
      self = .missing
      return
    }
    guard status.st_mode & S_IFMT == S_IFREG else {
      self = .foreign
      return
    }
    guard !OpenFiles.shared.contains(OpenFile(status)) else {
      self = .store
      return
    }
    guard let file = FileHandle(forReadingAtPath: path) else {
      throw StoreError.cannotRead(path: path, String(cString: strerror(errno)))
    }
    defer { try? file.close() }
    let header = Array((try? file.read(upToCount: 100)) ?? Data())
    if header.isEmpty {
      self = .unfinished
    } else if !header.starts(with: "SQLite format 3\0".utf8) || header.count < 100 {
      self = .foreign
    } else {
      let id = header[68..<72].reduce(0) { $0 << 8 | Int($1) }
      self = id == Schema.applicationID ? .store : id == 0 ? .unfinished : .foreign
    }
  }

  /// Whether a write-ahead log stands beside the file and holds anything.
  static func hasPendingLog(beside path: String) -> Bool { holdsAnything(path + "-wal") }

  /// Whether the index of a write-ahead log is there, which all who have the file open share.
  static func hasIndex(beside path: String) -> Bool { holdsAnything(path + "-shm") }

  private static func holdsAnything(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_size > 0
  }
}

/// A file by its device and inode.
struct OpenFile: Hashable {
  let device: UInt64
  let inode: UInt64

  init(_ status: stat) {
    device = UInt64(status.st_dev)
    inode = UInt64(status.st_ino)
  }

  init?(at path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    self.init(status)
  }
}

/// The stores that this process has open. Whoever opens and closes such a file by other means takes
/// SQLite's locks from the process (https://sqlite.org/howtocorrupt.html, 2.2).
final class OpenFiles: Sendable {
  static let shared = OpenFiles()
  private let counts = Mutex<[OpenFile: Int]>([:])

  func contains(_ file: OpenFile) -> Bool { counts.withLock { $0[file, default: 0] > 0 } }

  func add(_ file: OpenFile) { counts.withLock { $0[file, default: 0] += 1 } }

  func remove(_ file: OpenFile) { counts.withLock { $0[file, default: 0] -= 1 } }
}
