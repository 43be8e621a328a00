import Foundation

/// The room on the disk that a file is on.
package enum DiskRoom {
  /// In bytes, for whoever runs this; nil where the system does not tell.
  package static func free(at path: String) -> Int64? {
    var status = statvfs()
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
    guard statvfs(path, &status) == 0 || statvfs(folder, &status) == 0 else { return nil }
    return Int64(status.f_bavail) * Int64(status.f_frsize)
  }

  /// Throws ``StoreError/noRoom(path:needed:free:)`` where less is free than something takes that is only
  /// begun where it can be ended.
  package static func require(_ bytes: Int64, at path: String) throws(StoreError) {
    guard let free = free(at: path), free < bytes else { return }
    throw StoreError.noRoom(path: path, needed: bytes, free: free)
  }

  /// Whether there is no room for the smallest of the files beside a store, which SQLite calls an
  /// input/output error.
  static func isFull(at path: String) -> Bool { free(at: path).map { $0 < 1 << 16 } ?? false }
}
