import Foundation

/// A file in the making, which takes its place whole or not at all.
///
/// Where the file system can (open(2), O_TMPFILE), it has no name until it is whole, so that nothing of
/// it is left when the process is killed. Errors stand in `errno`.
struct DraftFile {
  let descriptor: Int32
  private let name: String
  private let hasName: Bool

  /// In the folder of a path; nil when no file can be made there.
  init?(beside path: String, mode: mode_t) {
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "./"
    name = "\(folder).annals-\(UUID().uuidString)"
    let nameless =
      access(DraftFile.openFiles, X_OK) == 0
      ? open(folder, O_WRONLY | DraftFile.withoutName | O_CLOEXEC, mode) : -1
    hasName = nameless < 0
    descriptor = hasName ? open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode) : nameless
    guard descriptor >= 0 else { return nil }
  }

  /// Puts the file where the path leads, in the place of what is there.
  func place(at path: String) -> Bool {
    let file = "\(DraftFile.openFiles)/\(descriptor)"
    return (hasName || linkat(AT_FDCWD, file, AT_FDCWD, name, AT_SYMLINK_FOLLOW) == 0)
      && rename(name, path) == 0
  }

  /// Leaves nothing of it but what has taken its place.
  func discard() {
    close(descriptor)
    unlink(name)
  }

  /// O_TMPFILE of Linux.
  private static let withoutName = 0o2000_0000 | O_DIRECTORY

  /// Where Linux shows the files that a process has open.
  private static let openFiles = "/proc/self/fd"
}
