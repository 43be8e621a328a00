import Foundation
import LoopbackServer

/// 1,000 feeds on 200 hosts, each 100 ms away: a cold fetch, a second one answered with 304, and
/// curl(1) fetching the same. Runs the `annals` that lies beside this program.
enum FetchBenchmark {
  static let feeds = 1000
  static let hosts = 200
  static let jobs = 64

  static func run() throws {
    let server = try LoopbackServer { request in
      request.headers["if-none-match"] == "\"1\""
        ? .answer("304 Not Modified", ["ETag: \"1\""], after: 100)
        : .answer(
          "200 OK", ["ETag: \"1\"", "Content-Type: application/rss+xml"],
          text: feed(request.target), after: 100)
    }
    let folder = FileManager.default.temporaryDirectory.appending(path: "annals-bench-fetch")
    try? FileManager.default.removeItem(at: folder)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let urls = (0..<feeds).map { "http://host\($0 % hosts).example/feed/\($0)" }
    let outlines = urls.map { "<outline text=\"\($0)\" xmlUrl=\"\($0)\"/>" }.joined()
    try "<opml><body>\(outlines)</body></opml>".write(
      to: folder.appending(path: "list.opml"), atomically: true, encoding: .utf8)
    try urls.map { "url = \($0)\noutput = /dev/null\n" }.joined().write(
      to: folder.appending(path: "curl.config"), atomically: true, encoding: .utf8)

    let program = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
      .appending(path: "annals").path
    let route = "::127.0.0.1:\(server.port)"
    let store = folder.appending(path: "annals.sqlite").path
    func annals(_ arguments: String...) throws -> ChildRun {
      try ChildRun(program, arguments + ["--store", store, "--quiet"])
    }
    _ = try annals("init", "--empty")
    _ = try annals("feed", "import", folder.appending(path: "list.opml").path)
    for title in ["cold", "304s"] {
      let run = try annals(
        "fetch", "--all", "--jobs", "\(jobs)", "--allow-private", "--connect-to", route)
      print("\(title): \(run.summary(per: feeds)), \(server.requests.count) requests so far")
    }
    let curl = try ChildRun(
      "/usr/bin/curl",
      [
        "--silent", "--parallel", "--parallel-max", "\(jobs)", "--compressed", "--connect-to",
        route, "--config", folder.appending(path: "curl.config").path,
      ])
    print("curl --parallel: \(curl.summary(per: feeds))")
  }

  private static func feed(_ name: String) -> String {
    let items = (0..<20).map { item in
      """
      <item><guid>\(name)/\(item)</guid><title>Company \(item) of \(name) opens an office</title>
      <link>http://example.org\(name)/\(item)</link>
      <pubDate>Mon, 23 Nov 2026 0\(item % 10):00:00 GMT</pubDate>
      <description>\(String(repeating: "A sentence about nothing much. ", count: 10))</description>
      </item>
      """
    }
    return """
      <?xml version="1.0"?><rss version="2.0"><channel><title>\(name)</title>
      \(items.joined())</channel></rss>
      """
  }
}
