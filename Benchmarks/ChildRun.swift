import Foundation

/// A program run to its end, and what it cost.
struct ChildRun {
  let status: Int32
  let wall: Duration
  /// User and system, in seconds.
  let cpu: Double
  /// In bytes.
  let peakMemory: Int

  /// - Parameter output: where its standard output goes; nil for where ours does.
  init(
    _ program: String, _ arguments: [String], to output: String? = nil,
    killAfter seconds: Double? = nil
  ) throws {
    var files = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&files)
    defer { posix_spawn_file_actions_destroy(&files) }
    for (descriptor, path) in [(1, output), (2, "/dev/null")] {
      guard let path else { continue }
      posix_spawn_file_actions_addopen(
        &files, Int32(descriptor), path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    }
    var words: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    var (child, state, usage) = (pid_t(), Int32(), rusage())
    let start = ContinuousClock.now
    let code = posix_spawnp(&child, program, &files, nil, &words, environ)
    guard code == 0 else { throw POSIXError(POSIXErrorCode(rawValue: code) ?? .ENOENT) }
    if let seconds {
      usleep(UInt32(seconds * 1e6))
      kill(child, SIGKILL)
    }
    while wait4(child, &state, 0, &usage) < 0, errno == EINTR {}
    wall = .now - start
    status = state & 0x7F == 0 ? state >> 8 & 0xFF : -(state & 0x7F)
    func duration(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }
    cpu = duration(usage.ru_utime) + duration(usage.ru_stime)
    peakMemory = usage.ru_maxrss * 1024
  }

  func summary(per count: Int) -> String {
    let each = (cpu / Double(count) * 1_000_000).rounded() / 1000
    return "exit \(status), \(wall) wall, \(each) ms CPU each, \(peakMemory >> 20) MB"
  }
}
