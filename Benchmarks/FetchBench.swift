import Foundation

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

  /// How many feeds have been polled, and how many records there are.
  func polledFeeds() throws -> Int {
    try text("feed", "check", "--json").components(separatedBy: "\"checked\":\"").count - 1
  }

  func head() throws -> String {
    try text("status", "--json").components(separatedBy: ",").first { $0.contains("\"head\"") }
      ?? ""
  }

  private func text(_ words: String...) throws -> String {
    let file = folder.appending(path: "answer").path
    _ = try run(words + ["--output", file])
    return try String(contentsOfFile: file, encoding: .utf8)
  }
}
