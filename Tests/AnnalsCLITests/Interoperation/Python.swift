import Foundation
import Testing

/// Python with packages of others, by which formats are read that annals writes: `$ANNALS_PYTHON`, which
/// `make test` fetches, else `python3`. Where a package is absent, its tests say so and are passed over.
enum Python {
  static func has(_ package: String) -> Bool { (try? run("import \(package)").code) == 0 }

  /// Runs a script to its end; gives what it prints.
  static func run(
    _ script: String, _ arguments: [String] = []
  ) throws -> (code: Int32, output: String) {
    let name = ProcessInfo.processInfo.environment["ANNALS_PYTHON"] ?? "python3"
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [name, "-c", script] + arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: output, as: UTF8.self))
  }
}
