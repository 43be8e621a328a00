import Foundation

/// A program run to its end, and what it cost.
struct ChildRun {
  let status: Int32
  let wall: Duration
  /// User and system, in seconds.
  let cpu: Double
  /// Of the largest child so far, in bytes.
  let peakMemory: Int

  init(_ program: String, _ arguments: [String], killAfter seconds: Double? = nil) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.standardError = FileHandle.nullDevice
    let before = ChildRun.usage()
    wall = try ContinuousClock().measure {
      try process.run()
      if let seconds {
        usleep(UInt32(seconds * 1e6))
        kill(process.processIdentifier, SIGKILL)
      }
      process.waitUntilExit()
    }
    let after = ChildRun.usage()
    status = process.terminationStatus
    cpu = after.cpu - before.cpu
    peakMemory = after.peak
  }

  func summary(per count: Int) -> String {
    let each = (cpu / Double(count) * 1_000_000).rounded() / 1000
    return "exit \(status), \(wall) wall, \(each) ms CPU each, \(peakMemory >> 20) MB"
  }

  private static func usage() -> (cpu: Double, peak: Int) {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_CHILDREN.rawValue), &usage)
    func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }
    return (seconds(usage.ru_utime) + seconds(usage.ru_stime), usage.ru_maxrss * 1024)
  }
}
