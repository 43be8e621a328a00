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

  private static func makeFolder(_ path: String) throws {
    if mkdir(path, 0o700) == 0 || errno == EEXIST { return }
    guard errno == ENOENT, path.count > 1 else { throw failure(path) }
    try makeFolder(URL(fileURLWithPath: path).deletingLastPathComponent().path)
    guard mkdir(path, 0o700) == 0 || errno == EEXIST else { throw failure(path) }
  }

  private static func failure(_ path: String) -> StoreError {
    .cannotWrite(path: path, String(cString: strerror(errno)))
  }
}
