import EventModel
import JSONText
import Querying
import Rendering
import Reviewing

/// A person answers one question after the other.
struct ReviewSession {
  let recorder: AnswerRecorder
  let surroundings: Surroundings
  /// Gives the questions that are asked next; called again after every so many answers.
  let ask: () throws -> [ReviewQuestion]
  let limit: Int

  private var done: [(question: ReviewQuestion, record: RecordID?)] = []

  init(
    recorder: AnswerRecorder, surroundings: Surroundings, limit: Int,
    ask: @escaping () throws -> [ReviewQuestion]
  ) {
    self.recorder = recorder
    self.surroundings = surroundings
    self.limit = limit
    self.ask = ask
  }

  /// Asks until the limit, the end of the questions or of the answers; gives how many were answered.
  mutating func run() throws -> Int {
    let keys = Keys(surroundings)
    var open = Array(try ask().prefix(limit))
    let count = open.count
    while let question = open.first {
      try show(question, number: count - open.count + 1, of: count)
      reply: while true {
        try prompt(question)
        guard let key = try keys.next(), key != "q" else {
          try surroundings.output.write("\n")
          return answered
        }
        try surroundings.output.write("\(key)\n")
        do {
          switch key {
          case "u":
            guard let last = done.popLast() else {
              try surroundings.output.line("nothing was answered yet")
              continue reply
            }
            if let record = last.record { try recorder.undo(record) }
            open.insert(last.question, at: 0)
          default:
            guard let reply = try reply(key, to: question, keys) else { continue reply }
            done.append((question, try recorder.record(reply, to: question)))
            open.removeFirst()
          }
          break reply
        } catch let failure as Failure where failure.meaning != .busy {
          try surroundings.output.line(failure.message + (failure.hint.map { "; \($0)" } ?? ""))
        } catch let error as FieldError {
          try surroundings.output.line("\(error)")
        } catch let error as QueryError {
          try surroundings.output.line(error.message)
        }
      }
    }
    return answered
  }

  private var answered: Int { done.count { $0.record != nil } }

  /// What a key says; nil where it says nothing.
  private func reply(
    _ key: Character, to question: ReviewQuestion, _ keys: Keys
  ) throws -> ReviewReply? {
    switch key {
    case "y": return .yes
    case "n": return .no
    case "s": return .skip
    case "m" where question.kind == .same: return .yes
    case "e" where question.kind != .same:
      try surroundings.output.write("fields, such as type:funding actor:\"Mistral AI\": ")
      guard let line = try keys.line(), !line.allSatisfy(\.isWhitespace) else { return nil }
      return .edit(try ReviewReply.fields(line))
    case "m" where question.kind == .event:
      try surroundings.output.write("the id of the event that it is too: ")
      guard let line = try keys.line(), !line.allSatisfy(\.isWhitespace) else { return nil }
      return .merge(line.filter { !$0.isWhitespace })
    default: return nil
    }
  }

  private func prompt(_ question: ReviewQuestion) throws {
    let keys =
      switch question.kind {
      case .event: "[y]es [n]o [e]dit [m]erge [s]kip [u]ndo [q]uit"
      case .missed: "[y]es [n]o [e]dit [s]kip [u]ndo [q]uit"
      case .same: "[m]erge [n]o [s]kip [u]ndo [q]uit"
      }
    try surroundings.output.write("\(keys) ")
  }

  private func show(_ question: ReviewQuestion, number: Int, of count: Int) throws {
    let row = question.json
    func text(_ key: String) -> String { SafeText.line(Cell(row[key]).plain) }
    let chance = "\(Int((question.chance * 100).rounded())) %"
    let asked =
      switch question.kind {
      case .event: "\(text("type"))? \(chance) sure"
      case .missed: "no event, or \(text("type"))? \(chance)"
      case .same: "one event? \(chance)"
      }
    let source = [text("source"), text("published")].filter { !$0.isEmpty }.joined(separator: ", ")
    let what = [text("actors"), text("objects"), text("stance"), text("date")]
      .filter { !$0.isEmpty }.joined(separator: " · ")
    var lines = ["\(number)/\(count)  \(asked)  \(source)", marked(question)]
    if question.kind == .same { lines.append(text("other")) } else { lines.append("  \(what)") }
    if !question.reasons.isEmpty { lines.append("  \(question.reasons.joined(separator: "; "))") }
    try surroundings.output.write(
      surroundings.output.wrapped(lines.joined(separator: "\n")) + "\n")
  }

  /// The sentence, with what made it an event between « and ».
  private func marked(_ question: ReviewQuestion) -> String {
    let (text, mark) = question.sentence
    guard let mark else { return SafeText.line(text) }
    var scalars = String.UnicodeScalarView()
    for (place, scalar) in text.unicodeScalars.enumerated() {
      if place == mark.lowerBound { scalars.append("«") }
      if place == mark.upperBound { scalars.append("»") }
      scalars.append(scalar)
    }
    if mark.upperBound == text.unicodeScalars.count { scalars.append("»") }
    return SafeText.line(String(scalars))
  }
}
