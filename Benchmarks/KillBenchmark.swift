import Foundation
import LoopbackServer

/// kill -9 in the middle of a fetch, twenty times, and what the store is like afterwards: it verifies,
/// every feed has been fetched to the end once, and what was saved before a kill is not asked for again.
enum KillBenchmark {
  static let feeds = 400
  static let rounds = 20

  static func run() throws {
    let server = try LoopbackServer { request in
      .answer(text: FetchBenchmark.feed(request.target), after: 20)
    }
    let bench = try FetchBench(
      "kill", urls: (0..<feeds).map { "http://host\($0 % 100).example/feed/\($0)" })
    defer { bench.remove() }
    let fetch = [
      "fetch", "--jobs", "16", "--allow-private", "--connect-to", "::127.0.0.1:\(server.port)",
    ]
    var healthy = 0
    var saved: Set<String> = []
    var again = 0
    for round in 0..<rounds {
      let before = server.requests.count
      _ = try ChildRun(
        bench.annals, bench.arguments(fetch), killAfter: 0.05 + 0.007 * Double(round))
      again += server.requests.dropFirst(before).count { saved.contains($0.target) }
      if try bench.run("check").status == 0 { healthy += 1 }
      saved = try bench.polled()
    }
    let before = server.requests.count
    let last = try bench.run(fetch)
    again += server.requests.dropFirst(before).count { saved.contains($0.target) }
    print(
      "\(rounds) kills: the store verified \(healthy) times; \(saved.count) of \(feeds) feeds were "
        + "saved by then; the fetch after them ended with \(last.status)")
    print(
      "\(server.requests.count) requests, \(again) of them for feeds that had been saved; "
        + "after it: check \(try bench.run("check").status), \(try bench.polled().count) feeds polled"
    )
  }
}
