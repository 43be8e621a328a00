import FoundationEssentials

/// The most memory that this process has held at once, as Linux counts it (proc(5)).
enum PeakMemory {
  /// Forgets the peak so far: what ran before does not count.
  static func reset() {
    try? Data("5".utf8).write(to: URL(filePath: "/proc/self/clear_refs"))
  }

  /// Since the last `reset`; nil where the system does not tell.
  static var kilobytes: Int? {
    let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)
    let line = status?.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
    return line?.split(whereSeparator: { " \t".contains($0) }).dropFirst().first.flatMap {
      Int($0)
    }
  }
}
