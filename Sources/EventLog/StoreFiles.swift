import Foundation

/// The files of a store, told from other files.
package enum StoreFiles {
  /// What SQLite and annals put beside a store, as endings of its name.
  package static let endings = ["-wal", "-shm", "-journal"]

  /// Removes a store that is no more, the file itself last.
  static func remove(_ path: String) {
    for ending in endings.reversed() + [""] { unlink(path + ending) }
  }

  /// Whether a file is a store, by its first bytes. The id of a new store may still stand in its log
  /// file, so a database that has one and no id yet counts.
  package static func isStore(_ path: String) -> Bool {
    switch try? StoreFile(at: path) {
    case .store: true
    case .unfinished: StoreFile.hasPendingLog(beside: path)
    case .missing, .foreign, nil: false
    }
  }
}
