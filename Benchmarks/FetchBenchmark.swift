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
    let urls = (0..<feeds).map { "http://host\($0 % hosts).example/feed/\($0)" }
    let bench = try FetchBench("fetch", urls: urls)
    defer { bench.remove() }
    let route = "::127.0.0.1:\(server.port)"
    for title in ["cold", "304s"] {
      let run = try bench.run(
        "fetch", "--all", "--jobs", "\(jobs)", "--allow-private", "--connect-to", route)
      print(
        "\(title): \(run.summary(per: feeds)); \(server.requests.count) requests, "
          + "\(try bench.head()) records")
    }
    guard FileManager.default.isExecutableFile(atPath: "/usr/bin/curl") else {
      return print("/usr/bin/curl is absent: no comparison")
    }
    let config = bench.folder.appending(path: "curl.config")
    try urls.map { "url = \($0)\noutput = /dev/null\n" }.joined().write(
      to: config, atomically: true, encoding: .utf8)
    let curl = try ChildRun(
      "/usr/bin/curl",
      [
        "--silent", "--parallel", "--parallel-max", "\(jobs)", "--compressed", "--connect-to",
        route, "--config", config.path,
      ])
    print("curl --parallel: \(curl.summary(per: feeds))")
  }

  static func feed(_ name: String) -> String {
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
