package import EventModel
import Foundation
import GRDB

extension Store {
  /// Copies the store as it is at one moment into a file of its own, while others read and write. The copy
  /// takes its name once its structure and the hash of every record have been checked; a run cut short
  /// leaves at most a file that ends in `.partial`, which the next one replaces.
  ///
  /// - Returns: the end of the log that the copy holds.
  /// - Throws: ``StoreError/exists(path:)`` where the path, or a log file that SQLite would take for the
  ///   copy's, is there; ``StoreError/corrupt(position:_:)`` where the store is damaged;
  ///   ``StoreError/noRoom(path:needed:free:)``.
  package func copy(to target: String) throws -> Head {
    for ending in [""] + StoreFiles.endings {
      var status = stat()
      if lstat(target + ending, &status) == 0 { throw StoreError.exists(path: target + ending) }
    }
    try DiskRoom.require(size, at: target)
    let partial = target + ".partial"
    StoreFiles.remove(partial)
    defer { StoreFiles.remove(partial) }
    try PrivateFile.make(partial)
    let head = try Store.translating(target) { try copyAndCheck(partial) }
    guard rename(partial, target) == 0 else {
      throw StoreError.cannotWrite(path: target, String(cString: strerror(errno)))
    }
    PrivateFile.syncFolder(of: target)
    return head
  }

  private func copyAndCheck(_ partial: String) throws -> Head {
    let copy = try DatabaseQueue(path: partial)
    defer { try? copy.close() }
    try queue.backup(to: copy)
    // Else whoever opens it makes files beside it.
    try copy.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = DELETE") }
    return try copy.read { database in
      let transaction = Transaction(database)
      try Store.verifyFile(transaction)
      try Log(transaction).verify()
      return try Log(transaction).head()
    }
  }

  /// Gives the room that the file no longer uses back to the disk; what stands in it stays the same.
  ///
  /// - Throws: ``StoreError/noRoom(path:needed:free:)`` where the disk has no room for the store once more.
  package func compact() throws {
    try DiskRoom.require(size, at: path)
    try Store.translating(path) {
      try queue.writeWithoutTransaction { database in
        try database.execute(sql: "VACUUM; PRAGMA wal_checkpoint(TRUNCATE)")
      }
    }
  }

  /// Bytes of the file and of what SQLite keeps beside it.
  package var size: Int64 {
    (["", "-wal"]).reduce(0) { sum, ending in
      var status = stat()
      return stat(path + ending, &status) == 0 ? sum + Int64(status.st_size) : sum
    }
  }
}
