import Foundation
import JSONText
import LoopbackServer
import Synchronization
import Testing

/// A language model on loopback that says of each title what a test wants of it.
final class ModelOnLoopback: Sendable {
  /// By title: the answer's members but for the number, as JSON.
  private let answers: Mutex<[String: String]>
  /// What the server does instead of answering.
  private let refusal = Mutex<[Step]?>(nil)

  /// What it says of other titles.
  private let otherwise: String?

  init(otherwise: String? = nil) {
    answers = Mutex([:])
    self.otherwise = otherwise
  }

  func serve() throws -> LoopbackServer {
    try LoopbackServer { [self] request in
      refusal.withLock { $0 } ?? .answer(text: answer(request))
    }
  }

  func say(_ answer: String, of title: String) { answers.withLock { $0[title] = answer } }
  func refuse(_ steps: [Step]?) { refusal.withLock { $0 = steps } }

  /// An event of a type, told by the whole title.
  static func event(_ type: String, by actors: String..., title: String) -> String {
    JSON.object([
      "none": "",
      "events": .array([
        .object([
          "type": .string(type), "stance": "reported", "actors": .strings(actors),
          "objects": .array([]), "amounts": .array([]), "quote": .string(title),
        ])
      ]),
    ]).text
  }

  static let none = #"{"none":"opinion","events":[]}"#

  private func answer(_ request: ServedRequest) -> String {
    let items = ModelOnLoopback.titles(request).enumerated().compactMap { place, title in
      answers.withLock { $0[title] ?? otherwise }.map { answer in
        #"{"n":\#(place + 1),"# + answer.dropFirst()
      }
    }
    let said = #"{"items":["# + items.joined(separator: ",") + "]}"
    return JSON.object([
      "choices": .array([
        .object([
          "message": .object(["content": .string(said)]), "finish_reason": "stop",
        ])
      ]), "usage": .object(["total_tokens": 10]),
    ]).text
  }

  /// The titles that a question asks about.
  static func titles(_ request: ServedRequest) -> [String] {
    let question = (try? JSON.parse(request.body))?["messages"]?.elements?.last?["content"]?.string
    let items = question.flatMap { try? JSON.parse($0) }?["items"]?.elements ?? []
    return items.compactMap { $0["title"]?.string }
  }
}

extension Person {
  /// Lets them set a second reader at an address, with further lines of its table.
  func setReader(_ server: LoopbackServer, _ lines: String...) throws {
    let folder = folder.appending(path: "annals")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let table = ["[second_reader]", "url = \"\(server.url("/v1"))\"", "model = \"tiny\""] + lines
    try table.joined(separator: "\n").write(
      to: folder.appending(path: "config.toml"), atomically: true, encoding: .utf8)
    environment["XDG_CONFIG_HOME"] = self.folder.path
  }

  /// Lets them ingest a feed with these titles.
  @discardableResult
  func ingest(_ titles: String..., more: [String] = []) throws -> (
    code: Int32, output: String, error: String
  ) {
    let file = folder.appending(path: "feed.xml")
    try Site.feed(titles).write(to: file, atomically: true, encoding: .utf8)
    return run(["ingest", file.path] + more)
  }

  /// The types and titles of what is believed.
  var told: [String] {
    let rows = (try? JSON.parse(run("log", "--json").output))?["rows"]?.elements ?? []
    return rows.map { "\($0["type"]?.string ?? "") \($0["title"]?.string ?? "")" }.sorted()
  }
}
