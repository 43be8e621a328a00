import EventCoding
import EventModel
import FeedFetching
import JSONText
import LoopbackServer
import SecondReading
import Testing

/// Something a server of a language model does, and what comes of a question about two items.
struct ReaderBehaviour: Sendable, CustomTestStringConvertible {
  let name: String
  /// How each item is coded, then what was counted, then why the question failed.
  let outcome: String
  /// How long an answer may take.
  let seconds: Double
  let respond: LoopbackServer.Respond
  var testDescription: String { name }

  init(
    _ name: String, _ outcome: String, within seconds: Double = patience,
    respond: @escaping LoopbackServer.Respond
  ) {
    self.name = name
    self.outcome = outcome
    self.seconds = seconds
    self.respond = respond
  }

  init(_ name: String, _ outcome: String, within seconds: Double = patience, _ steps: [Step]) {
    self.init(name, outcome, within: seconds) { _ in steps }
  }

  /// A model that says this, and then is done.
  init(_ name: String, _ outcome: String, says text: String) {
    self.init(name, outcome, .answer(text: ReaderBehaviour.completion(text)))
  }

  /// A model that says this of the two items, as JSON.
  init(_ name: String, _ outcome: String, _ items: String...) {
    self.init(
      name, outcome, says: #"{"items":["# + items.joined(separator: ",") + "]}")
  }

  static let now = Instant("2026-11-23T12:00:00Z")!

  /// In seconds, more than a busy machine needs for an answer.
  static let patience = 60.0

  static let items = [
    ItemText(
      title: "Quibly raises $12 million for its Harbor robots", published: now.day, source: "Wire"),
    ItemText(title: "How to teach your robots, step by step", published: now.day, source: "Wire"),
  ]

  static func completion(_ text: String, finish: String = "stop") -> String {
    JSON.object([
      "choices": .array([
        .object([
          "message": .object(["role": "assistant", "content": .string(text)]),
          "finish_reason": .string(finish),
        ])
      ]), "usage": .object(["total_tokens": 100]),
    ]).text
  }

  func observed() throws -> String {
    let server = try LoopbackServer(respond: respond)
    return try ReaderBehaviour.outcome(
      of: ReaderBehaviour.items, server.url("/v1"), within: seconds)
  }

  /// With small limits.
  static func reader(
    _ url: String, key: String? = "k", within seconds: Double = patience
  ) throws -> SecondReader {
    var options = FetchOptions(userAgent: "annals-tests")
    options.limits = SecondReader.limits
    options.limits.totalSeconds = seconds
    var settings = ReaderSettings(url: url, model: "tiny")
    settings.asking = .all
    return try SecondReader(
      settings, prompt: ReaderPrompt(.bundled), key: key, options: options, clock: { now })
  }

  /// With the time that a model takes on a busy machine.
  static var patient: FetchOptions {
    var options = FetchOptions(userAgent: "annals-tests")
    options.limits = SecondReader.limits
    options.limits.totalSeconds = 1200
    options.limits.stallSeconds = 1200
    return options
  }

  static func outcome(
    of items: [ItemText], _ url: String, within seconds: Double = patience
  ) throws -> String {
    let run = try ReadingRun(
      of: reader(url, within: seconds), memory: PassingMemory(), clock: { now })
    let alone = EventCoder()
    let coder = try run.read(items.map { ItemToRead($0) }, with: alone)
    let coded = items.map { item in
      let events = coder.code(item).events
      if events.isEmpty, !alone.code(item).events.isEmpty { return "none" }
      return events.map(told).joined(separator: " + ")
    }
    let tally = run.tally
    let counts = "read \(tally.read), dropped \(tally.dropped), owed \(tally.owed)"
    return (coded.map { $0.isEmpty ? "-" : $0 } + [counts] + tally.failures)
      .joined(separator: " | ")
  }

  /// The fields of an event that the reader decided; `alone` where it decided none.
  private static func told(_ event: Event) -> String {
    guard let evidence = event.evidence, evidence.reader != nil else { return "alone" }
    return evidence.fieldsByReader.map { field in
      switch field {
      case "type": event.type.rawValue
      case "stance": event.stance.rawValue
      case "actors": "by " + event.actors.map(\.name).joined(separator: ", ")
      case "objects": "of " + event.objects.joined(separator: ", ")
      default: field + " " + event.amounts.map { $0.metric ?? "?" }.joined(separator: ", ")
      }
    }.joined(separator: " ")
  }
}
