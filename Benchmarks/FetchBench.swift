import Foundation
import JSONText

/// A store of its own in a folder of its own, following some addresses, and the `annals` that lies
/// beside this program.
struct FetchBench {
  let annals = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
    .appending(path: "annals").path
  let folder: URL

  init(_ name: String, urls: [String]) throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "annals-bench-\(name)")
    remove()
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let outlines = urls.map { "<outline text=\"\($0)\" xmlUrl=\"\($0)\"/>" }.joined()
    let list = folder.appending(path: "list.opml")
    try "<opml><body>\(outlines)</body></opml>".write(to: list, atomically: true, encoding: .utf8)
    _ = try run("init", "--empty")
    _ = try run("feed", "import", list.path)
  }

  func remove() { try? FileManager.default.removeItem(at: folder) }

  func arguments(_ words: [String]) -> [String] {
    words + ["--store", folder.appending(path: "annals.sqlite").path, "--quiet"]
  }

  func run(_ words: String...) throws -> ChildRun { try run(words) }
  func run(_ words: [String]) throws -> ChildRun { try ChildRun(annals, arguments(words)) }

  /// The paths of the feeds that have been polled.
  func polled() throws -> Set<String> {
    let rows = try answer("feed", "check")["rows"]?.elements ?? []
    let urls = rows.filter { $0["checked"]?.string != nil }.compactMap { $0["url"]?.string }
    return Set(urls.map { URL(string: $0)?.path ?? $0 })
  }

  /// The position of the last record.
  func head() throws -> Int64 { try answer("status")["head"]?.integer ?? -1 }

  private func answer(_ words: String...) throws -> JSON {
    let file = folder.appending(path: "answer").path
    _ = try run(words + ["--json", "--output", file])
    return try JSON.parse(try String(contentsOfFile: file, encoding: .utf8))
  }
}
