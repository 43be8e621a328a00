import Foundation
import LoopbackServer
import Synchronization

/// The recorded polls of `../shared/feeds/replay.tar.xz`, served one after the other: as many requests
/// as polls, and no record from a poll that the manifest calls quiet.
enum ReplayBenchmark {
  static func run() throws {
    let archive = URL(fileURLWithPath: FileManager.default.currentDirectoryPath)
      .deletingLastPathComponent().appending(path: "shared/feeds/replay.tar.xz").path
    guard FileManager.default.fileExists(atPath: archive) else {
      return print("skipped: there is no ../shared/feeds/replay.tar.xz beside the package")
    }
    let folder = FileManager.default.temporaryDirectory.appending(path: "annals-bench-polls")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    _ = try ChildRun("/usr/bin/env", ["tar", "-xf", archive, "-C", folder.path])
    let polls = try manifest(in: folder)
    for feed in Set(polls.map(\.feed)).sorted() { try replay(polls.filter { $0.feed == feed }) }
  }

  private struct Poll {
    let feed: String
    let file: URL
    let added: Int
    let edited: Int
    /// As a reader would call it: what the manifest found was the date alone counts as well.
    var isQuiet: Bool { added == 0 && edited == 0 }
  }

  private static func manifest(in folder: URL) throws -> [Poll] {
    let root = folder.appending(path: "replay")
    let lines = try String(contentsOf: root.appending(path: "MANIFEST.tsv"), encoding: .utf8)
      .split(separator: "\n").dropFirst()
    return lines.map { line in
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
      return Poll(
        feed: String(cells[0].prefix { $0 != "/" }), file: root.appending(path: String(cells[0])),
        added: Int(cells[6]) ?? 0, edited: Int(cells[8]) ?? 0)
    }
  }

  private static func replay(_ polls: [Poll]) throws {
    let body = Mutex<[UInt8]>([])
    let server = try LoopbackServer { _ in .answer(body: body.withLock { $0 }) }
    let bench = try FetchBench("replay", urls: [server.url("/\(polls[0].feed)")])
    defer { bench.remove() }
    var (loud, failed, head) = ([String](), 0, try bench.head())
    for poll in polls {
      let bytes = Array(try Data(contentsOf: poll.file))
      body.withLock { $0 = bytes }
      let run = try bench.run("fetch", "--all", "--allow-private")
      if run.status != 0 { failed += 1 }
      let now = try bench.head()
      if poll.isQuiet, now != head { loud.append("\(poll.file.lastPathComponent) \(head)→\(now)") }
      head = now
    }
    let quiet = polls.count(where: \.isQuiet)
    print(
      "\(polls[0].feed): \(polls.count) polls, \(server.requests.count) requests, \(failed) failed; "
        + "\(quiet) quiet polls, records from \(loud.count) of them; \(head) records in all")
    for line in loud.prefix(5) { print("  \(line)") }
  }
}
