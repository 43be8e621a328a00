import EventLog
import EventModel
import Foundation
import JSONText
import LoopbackServer
import Testing

/// Alerts: once for an event, once more when it is corrected, and never twice, whatever crashes.
@Suite struct WatchTests {
  let person = Person()

  init() throws {
    #expect(person.run("save", "rounds", "type:funding", "--alert").code == 0)
    try read(["OpenAI raises $30 billion in Series G funding"])
  }

  private func read(_ titles: [String], feed: String = "Wire") throws {
    let file = person.folder.appending(path: "\(feed).xml")
    try Site.feed(titles, title: feed).write(to: file, atomically: true, encoding: .utf8)
    #expect(person.run("ingest", file.path).code == 0)
  }

  /// Where commands of alerts write what they are told.
  private var told: URL { person.folder.appending(path: "told") }
  private func lines() -> [Substring] {
    ((try? String(contentsOf: told, encoding: .utf8)) ?? "").split(separator: "\n")
  }

  private func watch() -> (code: Int32, output: String, error: String) {
    let line = #"printf '%s|%s\n' "$ANNALS_TITLE" "$ANNALS_OLD" >> "#
    return person.run("watch", "--exec", line + told.path)
  }

  private var event: String {
    get throws {
      let row = try JSON.parse(person.run("log", "--json").output)["rows"]?.elements?.first
      return try #require(row?["id"]?.string)
    }
  }

  @Test func `an event is told once`() {
    #expect(watch().code == 0)
    #expect(watch().code == 0)
    #expect(lines() == ["OpenAI raises $30 billion in Series G funding|"])
  }

  @Test func `a correction is told once more, old and new`() throws {
    #expect(watch().code == 0)
    #expect(person.run("amend", try event, "--stance", "rumoured").code == 0)
    for _ in 1...2 { #expect(watch().code == 0) }
    #expect(person.run("amend", try event, "--retract").code == 0)
    for _ in 1...2 { #expect(watch().code == 0) }
    #expect(lines().count == 3)
    #expect(lines()[1].hasSuffix("|stance reported → rumoured"))
    #expect(lines()[2].hasSuffix("→ retracted"))
  }

  @Test func `another report of what was told is no news, nor is what was there before`() throws {
    #expect(watch().code == 0)
    try read(["OpenAI raises $30 billion in Series G"], feed: "Courier")
    #expect(person.run("save", "all", "funding", "--alert").code == 0)
    #expect(watch().code == 0)
    #expect(lines().count == 1)
  }

  @Test func `what a feed says is never a command`() throws {
    let title = "OpenAI raises $5 billion'; touch \(person.folder.path)/hurt; `touch x` $(touch y)"
    try read([title], feed: "Bad")
    #expect(watch().code == 0)
    #expect(lines().contains { $0.contains("touch") })
    #expect(!FileManager.default.fileExists(atPath: person.folder.path + "/hurt"))
  }

  @Test func `the command gets the event as JSON on its standard input`() throws {
    #expect(person.run("watch", "--exec", "cat > \(told.path)").code == 0)
    let json = try JSON.parse(String(contentsOf: told, encoding: .utf8))
    #expect(json["schema"] == "annals.alert/1" && json["event"]?["type"] == "funding")
  }

  @Test func `a command that fails is listed, and not run again`() {
    let failing = person.run("watch", "--exec", "echo x >> \(told.path); false")
    #expect(failing.code == 2)
    #expect(watch().code == 0)
    #expect(lines() == ["x"])
    #expect(person.run("watch", "--pending").output.contains("failed\tthe command ended with 1"))
  }

  @Test func `what may not have arrived is told once among what is new`() {
    #expect(!person.run("new", "--peek").output.contains("may not have arrived"))
    _ = person.run("watch", "--exec", "false")
    let told = "1 alert may not have arrived: annals watch --pending"
    #expect(person.run("new").output.contains(told))
    person.wait(hours: 1)
    #expect(!person.run("new").output.contains("may not have arrived"))
    #expect(person.run("new", "--since", "2026-11-23").output.contains(told))
  }

  @Test func `a webhook gets it with a key, and is tried again only where nothing had left`() throws
  {
    let server = try LoopbackServer { _ in .answer("204 No Content") }
    let url = server.url("/hook")
    let refused = person.run("watch", "--webhook", url)
    #expect(refused.code == 2 && refused.error.contains("loopback"))
    #expect(server.requests.isEmpty)
    for _ in 1...2 { #expect(person.run("watch", "--webhook", url, "--allow-private").code == 0) }
    #expect(server.requests.count == 1)
    let request = try #require(server.requests.first)
    #expect(request.method == "POST")
    #expect(request.headers["idempotency-key"]?.count == 34)
    #expect(try JSON.parse(request.body)["alert"] == "rounds")
  }

  @Test func `a server that fails may have heard it, and is not asked again`() throws {
    let server = try LoopbackServer { _ in .answer("500 Internal Server Error") }
    for code in [2, 0] as [Int32] {
      #expect(
        person.run("watch", "--webhook", server.url("/hook"), "--allow-private").code == code)
    }
    #expect(server.requests.count == 1)
    #expect(person.run("watch", "--pending").output.contains("HTTP 500"))
  }

  /// Where a watch is killed with -9: the shell's parent is the watch.
  enum Step: String, CaseIterable, Codable {
    case beforeItIsBegun, beforeTheCommandActs, afterTheCommandHasActed, afterItIsDelivered

    var command: String {
      switch self {
      case .beforeItIsBegun, .afterItIsDelivered: "echo told >> TOLD"
      case .beforeTheCommandActs: "kill -9 $PPID; sleep 0.2; exit"
      case .afterTheCommandHasActed: "echo told >> TOLD; kill -9 $PPID"
      }
    }
  }

  private func kill(at step: Step) async {
    let command = step.command.replacing("TOLD", with: told.path)
    await #expect(processExitsWith: .signal(SIGKILL)) {
      [
        folder = person.folder.path as String, step = step.rawValue as String,
        command = command as String
      ] in
      let person = Person(in: URL(filePath: folder))
      var asked = 0
      person.meanwhile = {
        asked += 1
        // Asked before each alert, and when all are told.
        let fatal = ["beforeItIsBegun": 1, "afterItIsDelivered": 2][step]
        if asked == fatal { Glibc.kill(getpid(), SIGKILL) }
      }
      _ = person.run("watch", "--exec", command)
      exit(1)
    }
  }

  @Test(arguments: Step.allCases)
  func `killed at any step, it is told at most once, and listed where that is not sure`(
    step: Step
  ) async {
    await kill(at: step)
    #expect(person.run("check", "file", "log", "projections").code == 0)
    let pending = person.run("watch", "--pending").output.contains("interrupted")
    #expect(watch().code == 0)
    switch step {
    case .beforeItIsBegun: #expect(!pending && lines().count == 1)
    case .beforeTheCommandActs: #expect(pending && lines().isEmpty)
    case .afterTheCommandHasActed: #expect(pending && lines() == ["told"])
    case .afterItIsDelivered: #expect(!pending && lines() == ["told"])
    }
  }

  @Test func `two that watch at once tell it once`() async throws {
    let folder = person.folder
    let command = "echo told >> \(told.path)"
    await withTaskGroup { group in
      for _ in 0..<2 {
        group.addTask { _ = Person(in: folder).run(["watch", "--exec", command]) }
      }
    }
    #expect(lines() == ["told"])
  }

  @Test func `a query that is saved without an alert tells nothing`() {
    #expect(person.run("save", "rounds", "type:funding").code == 0)
    #expect(watch().code == 0)
    #expect(lines().isEmpty)
    #expect(person.run("save", "rounds", "--alert").code == 0)
    #expect(watch().code == 0)
    #expect(lines().isEmpty, "what was there before is no news")
  }
}
