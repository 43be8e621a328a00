import Foundation

/// A book of many events (`EVENTS`, else 100,000) in and out of a store, and the first pages of the questions
/// that a person asks of it, each a process of its own, beside SQLite's shell reading the rows that the
/// page shows.
enum ScaleBenchmark {
  static func run() throws {
    let count = ProcessInfo.processInfo.environment["EVENTS"].flatMap { Int($0) } ?? 100_000
    let small = try works(with: 10_000) { _ in }.first
    let large = try works(with: count) { bench in
      print("\nquestion, first page: CPU ms (least of three), MB, times SQLite's shell")
      for question in questions(at: count / 2) { try ask(question, in: bench) }
    }.first
    if let small, let large {
      print(
        "\nimport: a row costs \(hundredths(large / small)) times what it costs of 10,000 events;",
        "load \(load)")
    }
    try ingest(feeds: max(10, count / 10 / ScaleFeeds.items))
  }

  /// What an item of new feeds costs at the beginning and at the end: the last tenth is what all cost more
  /// than nine tenths.
  private static func ingest(feeds count: Int) throws {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "feeds-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let feeds = try ScaleFeeds.write(count, to: folder)
    let tenth = count / 10
    let runs = try [tenth, count - tenth, count].map { feedCount in
      let bench = try FetchBench("scale", urls: [])
      defer { bench.remove() }
      return try bench.run(["ingest"] + feeds.prefix(feedCount))
    }
    let items = Double(tenth * ScaleFeeds.items)
    let (start, end) = (runs[0].cpu / items, (runs[2].cpu - runs[1].cpu) / items)
    print(
      "\ningest of \(count * ScaleFeeds.items) items: \(hundredths(runs[2].cpu)) s CPU,",
      "\(runs[2].peakMemory >> 20) MB; one costs \(Int(start * 1e6)) µs at the beginning,",
      "\(hundredths(end / start)) times that at the end; load \(load)")
  }

  /// The CPU seconds that a row takes in each.
  private static func works(
    with count: Int, _ questions: (FetchBench) throws -> Void
  ) throws -> [Double] {
    let bench = try FetchBench("scale", urls: [])
    defer { bench.remove() }
    let book = bench.folder.appending(path: "scale.jsonl").path
    let rows = try ScaleBook.write(count, to: book)
    print("\n\(count) events, \(rows) reports; load \(load)")
    let works = [
      ["import", book], ["check"], ["check", "--deep"], ["rebuild"],
      ["export", "-o", bench.folder.appending(path: "log.jsonl").path],
      ["backup", bench.folder.appending(path: "copy.sqlite").path],
    ]
    let costs = try works.map { words in
      let run = try bench.run(words)
      let rate = Int(Double(count) / run.cpu)
      print(
        "  \(words.filter { !$0.hasPrefix("/") }.joined(separator: " ")):",
        "\(hundredths(run.cpu)) s CPU, \(hundredths(run.wall / .seconds(1))) wall, \(rate) events/s of CPU,",
        "\(run.peakMemory >> 20) MB\(run.status == 0 ? "" : ", exit \(run.status)")")
      return run.cpu / Double(rows)
    }
    try questions(bench)
    return costs
  }

  private typealias Asked = (words: [String], sql: String)

  private static func ask(_ question: Asked, in bench: FetchBench) throws {
    let store = bench.folder.appending(path: "annals.sqlite").path
    func least(_ run: () throws -> ChildRun) throws -> ChildRun {
      try (0..<3).map { _ in try run() }.min { $0.cpu < $1.cpu }!
    }
    let own = try least { try bench.run(question.words + ["-o", "/dev/null"]) }
    let plain = try? least {
      try ChildRun("sqlite3", ["-readonly", store, question.sql], to: "/dev/null")
    }
    let ratio = plain.map { ", \(hundredths(own.cpu / max($0.cpu, 0.001))) ×" } ?? ""
    print(
      "  \(question.words.joined(separator: " ")): \(Int(own.cpu * 1000)) ms,",
      "\(own.peakMemory >> 20) MB\(ratio)\(own.status == 0 ? "" : ", exit \(own.status)")")
  }

  private static func questions(at position: Int) -> [Asked] {
    let page = "ORDER BY event.first, event.event LIMIT 20"
    let newest = "ORDER BY event.event DESC LIMIT 20"
    func told(_ condition: String?, _ order: String) -> String {
      let found = condition.map { "JOIN account USING(event) WHERE \($0)" } ?? ""
      return """
        SELECT data FROM (SELECT event FROM event \(found) \(order)) AS event
        JOIN record ON record.position = event.event
        """
    }
    func words(_ expression: String) -> String {
      """
      SELECT data FROM (SELECT rowid, rank FROM search_fts WHERE search_fts MATCH '\(expression)'
      ORDER BY rowid DESC LIMIT 5000) AS found JOIN account ON account.row = found.rowid
      JOIN record ON record.position = account.account ORDER BY found.rank LIMIT 20
      """
    }
    let actor =
      "account.row IN (SELECT row FROM account_actor JOIN actor USING(actor) WHERE name = "
    let funding = "account.type = 'funding'"
    let year = "event.first BETWEEN 19358 AND 19722"
    let decade = "event.first BETWEEN 16801 AND 20453 GROUP BY event.first / 30"
    let claims = """
      SELECT data FROM measure JOIN actor USING(actor) JOIN account USING(row)
      JOIN record ON record.position = account.account WHERE metric = 'revenue' AND
      """
    return [
      (["status"], "SELECT max(position), hash FROM record"),
      (["log", "-n", "20"], told(nil, newest)),
      (["log", "-n", "20", "--as-of", "@\(position)"], told(nil, newest)),
      (["log", "type:funding", "-n", "20"], told(funding, newest)),
      (["timeline", "-n", "20"], told(nil, page)),
      (["timeline", "-n", "20", "--as-of", "@\(position)"], told(nil, page)),
      (["timeline", "-p", "2023", "-n", "20"], told(year, page)),
      (["timeline", "type:funding", "-n", "20"], told(funding, page)),
      (["timeline", #"actor:"Company 3""#, "-n", "20"], told("\(actor)'Company 3')", page)),
      (
        ["timeline", #"actor:"Company 3""#, "-p", "2023", "-n", "20"],
        told("\(actor)'Company 3') AND \(year)", page)
      ),
      (["timeline", #"actor:"Company 175""#, "-n", "20"], told("\(actor)'Company 175')", page)),
      (["trend", "-p", "2016..2025"], "SELECT count(*) FROM event WHERE \(decade)"),
      (
        ["trend", "type:funding", "-p", "2016..2025"],
        "SELECT count(*) FROM event JOIN account USING(event) WHERE \(funding) AND \(decade)"
      ),
      (
        ["trend", #"actor:"Company 3""#, "-p", "2016..2025"],
        """
        SELECT count(*) FROM event JOIN account USING(event) WHERE \(actor)'Company 3') AND \(decade)
        """
      ),
      (["search", "raises", "-n", "20"], words("raises")),
      (["search", "raises", "robot", "-n", "20"], words("raises robot")),
      (["search", "\"raises robot\"", "-n", "20"], words("\"raises robot\"")),
      (["search", "zanin", "-n", "20"], words("zanin")),
      (["search", "芯片机器人", "-n", "20"], words("\"芯 片 机 器 人\"")),
      (["search", "raises", "-n", "20", "--as-of", "@\(position)"], words("raises")),
      (
        ["compare", "Company 3", "--metric", "revenue", "-p", "2023"],
        "\(claims) name = 'Company 3' AND measure.first BETWEEN 19358 AND 19722"
      ),
      (["compare", "Company 175", "--metric", "revenue"], "\(claims) name = 'Company 175'"),
      (["new", "-n", "20"], told(nil, newest)),
      (["items", "-n", "20"], "SELECT item FROM item ORDER BY item DESC LIMIT 20"),
      (
        ["actors", "-n", "20"],
        "SELECT actor, count(*) FROM account_actor GROUP BY 1 ORDER BY 2 DESC"
      ),
    ]
  }

  private static func hundredths(_ number: Double) -> String {
    "\((number * 100).rounded() / 100)"
  }

  /// What else the machine had to do: runnable processes over the last minute (proc(5)).
  private static var load: String {
    let text = try? String(contentsOfFile: "/proc/loadavg", encoding: .utf8)
    return text.map { String($0.prefix { $0 != " " }) } ?? "?"
  }
}
