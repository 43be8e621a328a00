import Foundation

/// Another program, started without a shell of ours: no word of a feed is ever read as a command.
enum Launch {
  /// Runs a program to its end and gives its exit code; throws a ``Failure`` where it cannot be
  /// started.
  static func run(_ words: [String]) throws -> Int32 {
    try run(words, environment: nil, inputFile: nil)
  }

  /// Runs a command line of the user's own by the shell. What a feed says stands in variables and on
  /// standard input, of which a shell expands nothing.
  static func run(
    shell command: String, environment: [String: String], input: [UInt8]
  ) throws -> Int32 {
    guard let file = tmpfile() else {
      throw Failure(.cannotWrite, "no temporary file: \(String(cString: strerror(errno)))")
    }
    defer { fclose(file) }
    try Surroundings.writeAll(input, to: fileno(file), named: "a temporary file")
    lseek(fileno(file), 0, SEEK_SET)
    // No variable of a process can hold a zero byte.
    let lines = environment.map { "\($0)=\($1.filter { $0 != "\0" })" }
    return try run(["/bin/sh", "-c", command], environment: lines, inputFile: fileno(file))
  }

  private static func run(
    _ words: [String], environment: [String]?, inputFile: Int32?
  ) throws -> Int32 {
    var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
    var variables: [UnsafeMutablePointer<CChar>?] = (environment ?? []).map { strdup($0) } + [nil]
    var files = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&files)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer {
      for text in arguments + variables { free(text) }
      posix_spawn_file_actions_destroy(&files)
      posix_spawnattr_destroy(&attributes)
    }
    if let inputFile { posix_spawn_file_actions_adddup2(&files, inputFile, 0) }
    // A closed pipe ends what we start, though it does not end us.
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGPIPE)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
    var process = pid_t()
    let code = variables.withUnsafeMutableBufferPointer { variables in
      posix_spawnp(
        &process, words[0], &files, &attributes, &arguments,
        environment == nil ? environ : variables.baseAddress)
    }
    guard code == 0 else {
      throw Failure(.usage, "cannot start \(words[0]): \(String(cString: strerror(code)))")
    }
    var status: Int32 = 0
    while waitpid(process, &status, 0) == -1, errno == EINTR {}
    return status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + status & 0x7F
  }
}
