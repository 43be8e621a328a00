import EventModel
import Ingestion
import JSONText
import Projections
import Querying
import Reviewing

/// Answers in JSON Lines: the rows of `review --json`, each with an answer.
struct AnswerFile {
  let name: String
  let recorder: AnswerRecorder
  let surroundings: Surroundings

  struct Told {
    var recorded = 0
    var skipped = 0
    /// To questions that are no longer asked.
    var settled = 0

    var sentence: String {
      [
        "\(Numerals.counted(recorded, "answer")) recorded",
        skipped > 0 ? "\(skipped) skipped" : nil,
        settled > 0 ? "\(settled) no longer asked" : nil,
      ].compactMap(\.self).joined(separator: ", ")
    }

    var counts: [JSON.Member] {
      [("recorded", recorded), ("skipped", skipped), ("settled", settled)].map {
        JSON.Member($0, .number(Int64($1)))
      }
    }
  }

  /// Records the answers to questions that are asked. With a wrong line nothing is recorded.
  func record(_ questions: [ReviewQuestion]) throws -> Told {
    let byName = Dictionary(questions.map { ("\($0.id) \($0.other?.id.description ?? "")", $0) }) {
      one, _ in one
    }
    var told = Told()
    let replies = try replies()
    for (line, name, reply) in replies {
      guard let question = byName[name] else { continue }
      try located(at: line) { try recorder.check(reply, to: question) }
    }
    for (_, name, reply) in replies {
      guard let question = byName[name] else {
        told.settled += 1
        continue
      }
      let record = try recorder.record(reply, to: question)
      if record == nil { told.skipped += 1 } else { told.recorded += 1 }
    }
    return told
  }

  private func replies() throws -> [(line: Int, question: String, reply: ReviewReply)] {
    var lines = Lines(of: name, bytes: try InputFile.read(name, surroundings))
    var replies: [(Int, String, ReviewReply)] = []
    while let line = try lines.next() {
      try located(at: line.number) {
        let json = try JSON.parse(line.bytes)
        let other = json["kind"]?.string == "same" ? try json.text("with") : ""
        let question = "\(try json.text("id")) \(other)"
        replies.append((line.number, question, try ReviewReply(json)))
      }
    }
    return replies
  }

  /// Says of what is wrong in which line it is.
  private func located(at line: Int, _ body: () throws -> Void) throws {
    do { try body() } catch {
      let failure = error as? Failure ?? Failure(.badInput, error.reasonInLine)
      throw Failure(
        .badInput, "\(name):\(line): \(failure.message)",
        hint: failure.hint ?? "nothing was recorded")
    }
  }
}
