import Foundation

/// Files that their owner alone may read: a store holds passwords of feeds, and what somebody follows
/// is nobody else's business. SQLite gives the files beside a store the store's own mode.
enum PrivateFile {
  /// Makes an empty file, and the folders that are missing on the way to it. What is there stays as it
  /// is.
  ///
  /// - Throws: ``StoreError/cannotWrite(path:_:)``.
  static func make(_ path: String) throws {
    try makeFolder(URL(fileURLWithPath: path).deletingLastPathComponent().path)
    let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw failure(path) }
    close(descriptor)
  }

  /// Waits until the name of a file has reached the disk.
  static func syncFolder(of path: String) {
    let folder = open(URL(fileURLWithPath: path).deletingLastPathComponent().path, O_RDONLY)
    fsync(folder)
    close(folder)
  }

  /// Why a file cannot be written as SQLite writes it; nil when nothing stands in the way.
  static func obstacle(to path: String) -> String? {
    if access(path, W_OK) != 0 { return String(cString: strerror(errno)) }
    for file in [path + "-wal", path + "-shm"] where access(file, W_OK) != 0 && errno != ENOENT {
      return "\(file) beside it: \(String(cString: strerror(errno)))"
    }
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
    guard access(folder, W_OK) != 0 else { return nil }
    let reason = String(cString: strerror(errno))
    return "its folder, where files are kept beside it while it is open: \(reason)"
  }

  private static func makeFolder(_ path: String) throws {
    if mkdir(path, 0o700) == 0 || errno == EEXIST { return }
    guard errno == ENOENT else { throw failure(path) }
    try makeFolder(URL(fileURLWithPath: path).deletingLastPathComponent().path)
    try makeFolder(path)
  }

  private static func failure(_ path: String) -> StoreError {
    .cannotWrite(path: path, String(cString: strerror(errno)))
  }
}
