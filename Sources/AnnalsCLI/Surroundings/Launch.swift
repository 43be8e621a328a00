import Foundation

/// Another program, started without a shell: no word of a feed is ever read as a command.
enum Launch {
  /// Runs a program to its end and gives its exit code; throws a ``Failure`` where it cannot be
  /// started.
  static func run(_ words: [String]) throws -> Int32 {
    var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
    defer { for argument in arguments { free(argument) } }
    var process = pid_t()
    let code = posix_spawnp(&process, words[0], nil, nil, &arguments, environ)
    guard code == 0 else {
      throw Failure(.usage, "cannot start \(words[0]): \(String(cString: strerror(code)))")
    }
    var status: Int32 = 0
    while waitpid(process, &status, 0) == -1, errno == EINTR {}
    return status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + status & 0x7F
  }
}
