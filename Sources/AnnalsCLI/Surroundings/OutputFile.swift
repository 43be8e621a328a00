import Foundation

/// Where `-o` points.
///
/// A plain or absent file is put in place whole, once everything is written, and keeps its permissions;
/// links are followed. Into devices and pipes, and whatever else lies under /dev and /proc, bytes are
/// written as they come; but /dev/shm holds plain files.
struct OutputFile {
  /// As it was typed.
  let name: String
  private let path: String
  /// What is there; nil when nothing is.
  private let status: stat?

  /// Throws a ``Failure`` for a folder, and for a file of a store.
  init(_ name: String, sparing stores: NamedStores) throws {
    self.name = name
    path = try OutputFile.target(of: name)
    var found = stat()
    status = stat(path, &found) == 0 ? found : nil
    if kind == S_IFDIR || path.hasSuffix("/") { throw refused("it is a folder") }
    if !takesBytes, stores.own(path, status) {
      throw refused("it is a store of annals, or a file that belongs to one")
    }
  }

  /// Writes what `body` hands on. When that fails, a plain file is left as it was.
  func write(_ body: (_ write: @escaping ([UInt8]) throws -> Void) throws -> Void) throws {
    if takesBytes {
      let descriptor = open(path, O_WRONLY | O_APPEND | O_CLOEXEC)
      guard descriptor >= 0 else { throw refused(reason) }
      defer { close(descriptor) }
      return try body { try Surroundings.writeAll($0, to: descriptor, named: name) }
    }
    if status != nil, access(path, W_OK) != 0 { throw refused(reason) }
    try replace(body)
  }

  private func replace(_ body: (_ write: @escaping ([UInt8]) throws -> Void) throws -> Void) throws
  {
    guard let draft = DraftFile(beside: path, mode: status == nil ? 0o666 : 0o600) else {
      throw refused("in its folder, \(reason)")
    }
    defer { draft.discard() }
    if let status {
      // Only root may give a file away; for others it is theirs already.
      _ = fchown(draft.descriptor, status.st_uid, status.st_gid)
      guard fchmod(draft.descriptor, status.st_mode & 0o7777) == 0 else { throw refused(reason) }
    }
    try body { try Surroundings.writeAll($0, to: draft.descriptor, named: name) }
    guard fsync(draft.descriptor) == 0 || errno == EINVAL else { throw refused(reason) }
    guard draft.place(at: path) else { throw refused(reason) }
  }

  private var kind: mode_t { (status?.st_mode ?? S_IFREG) & S_IFMT }

  private var takesBytes: Bool {
    kind != S_IFREG || OutputFile.isOfKernel(path)
  }

  private static func isOfKernel(_ path: String) -> Bool {
    path.hasPrefix("/proc/") || path.hasPrefix("/dev/") && !path.hasPrefix("/dev/shm/")
  }

  private var reason: String { String(cString: strerror(errno)) }

  private func refused(_ reason: String) -> Failure {
    Failure(.cannotWrite, "cannot write \(name): \(reason)")
  }

  /// Where the links lead that the name may be, whether or not anything is there.
  private static func target(of name: String) throws -> String {
    var path = name
    for _ in 0..<40 {
      var status = stat()
      guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFLNK,
        !isOfKernel(path)
      else { return path }
      let link = try FileManager.default.destinationOfSymbolicLink(atPath: path)
      let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
      path = link.hasPrefix("/") ? link : folder + link
    }
    throw Failure(.cannotWrite, "cannot write \(name): \(String(cString: strerror(ELOOP)))")
  }
}
