import Foundation

/// The files of a store, told from other files.
public enum StoreFiles {
  /// What SQLite and annals put beside a store, as endings of its name.
  public static let endings = ["-wal", "-shm", "-journal", "-fetch"]

  /// Whether a file is a store, by its first bytes: SQLite's header with the application id of annals.
  ///
  /// Opens and closes the file, which takes SQLite's locks from this process: not for a store that it
  /// has open. The id of a new store may still stand in its log file, so any database that has one
  /// counts.
  public static func isStore(_ path: String) -> Bool {
    guard let file = FileHandle(forReadingAtPath: path) else { return false }
    defer { try? file.close() }
    guard let head = try? file.read(upToCount: 72), head.count == 72,
      head.starts(with: Array("SQLite format 3\0".utf8))
    else { return false }
    let id = head[68..<72].reduce(0) { $0 << 8 | Int($1) }
    var log = stat()
    return id == Schema.applicationID || stat(path + "-wal", &log) == 0 && log.st_size > 0
  }
}
