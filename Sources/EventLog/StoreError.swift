/// Why a store cannot be used.
public enum StoreError: Error, Equatable, Sendable {
  /// There is no file at the path.
  case missing(path: String)
  /// The file is there but is none of ours.
  case notAStore(path: String)
  /// A later version of annals made it.
  case newer(path: String, version: Int)
  /// Something in it is not what was written.
  case corrupt(position: Int64?, String)
  /// Another process is writing.
  case busy
  /// It cannot be opened or written, and the system's reason.
  case cannotWrite(path: String, String)
}
