/// Why a store cannot be used.
package enum StoreError: Error, Equatable, Sendable {
  /// There is no file at the path.
  case missing(path: String)
  /// The file is there but is none of ours.
  case notAStore(path: String)
  /// The file is empty, or the making of the store was interrupted.
  case unfinished(path: String)
  /// A later version of annals made it.
  case newer(path: String, version: Int)
  /// An earlier version of annals made it, and it cannot be brought up to date now.
  case outOfDate(path: String)
  /// Something in it is not what was written.
  case corrupt(position: Int64?, String)
  /// Another process is writing.
  case busy
  /// The log has grown since it was read for what was to be appended.
  case overtaken
  /// The log that it mirrors cannot be reached, and why; what was to be appended is not.
  case away(log: String, String)
  /// The log that it mirrors refuses what is appended, or is not set up as it must be.
  case unusable(log: String, String)
  /// What it mirrors has something else at a position than itself.
  case diverged(position: Int64, String)
  /// A file is there that nothing may replace.
  case exists(path: String)
  /// It cannot be opened or written, and the system's reason.
  case cannotWrite(path: String, String)
  /// Something takes so many bytes on the disk of a file, and fewer are free.
  case noRoom(path: String, needed: Int64, free: Int64)
  /// It cannot be read, and the system's reason.
  case cannotRead(path: String, String)
}
