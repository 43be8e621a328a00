import EventLog
import Foundation

/// The stores that a run has named, so that it does not write a result over one of their files.
package final class NamedStores {
  private var paths: Set<String> = []

  package init() {}

  /// Those that were opened to be written.
  private(set) var written: [String: Store] = [:]

  func noteWriting(_ store: Store) { written[store.path] = store }

  func add(_ path: String) { paths.insert(path) }

  /// Whether a file is a store's, by what it is and not by how it is spelled: the database, its log,
  /// its locks.
  func own(_ path: String, _ status: stat?) -> Bool {
    if let status, paths.contains(where: { isSame($0, status) }) { return true }
    if let ending = StoreFiles.endings.first(where: path.hasSuffix) {
      let store = String(path.dropLast(ending.count))
      var found = stat()
      guard stat(store, &found) == 0 else { return false }
      return paths.contains { isSame($0, found) } || StoreFiles.isStore(store)
    }
    return status != nil && StoreFiles.isStore(path)
  }

  private func isSame(_ store: String, _ status: stat) -> Bool {
    ([""] + StoreFiles.endings).contains { ending in
      var file = stat()
      return stat(store + ending, &file) == 0 && file.st_dev == status.st_dev
        && file.st_ino == status.st_ino
    }
  }
}
