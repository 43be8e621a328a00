import EventLog
import EventModel
import FeedFetching
import JSONText
import JetStream
import Querying
import Rendering

/// Why a command ends without success, as a sentence for a person: what, where, what now. Secrets of
/// addresses are not told.
package struct Failure: Error, Equatable, Sendable {
  package let meaning: ExitMeaning
  package let message: String
  /// What there is to choose from, or what is wrong one by one, a line each.
  package let details: [String]
  package let hint: String?

  package init(
    _ meaning: ExitMeaning, _ message: String, details: [String] = [], hint: String? = nil
  ) {
    self.meaning = meaning
    self.message = Redaction.text(message)
    self.details = details
    self.hint = hint.map(Redaction.text)
  }

  /// `annals: …` and the hint, or `{"error":{…}}` for programs.
  func text(asJSON: Bool) -> String {
    guard asJSON else {
      let lines: [String?] =
        ["annals: \(message)"] + details.map { "  \($0)" } + [hint.map { "hint: \($0)" }]
      return lines.compactMap(\.self).map { SafeText.message($0) + "\n" }.joined()
    }
    let error = JSON.object([
      "code": .number(Int64(meaning.rawValue)), "message": .string(message),
      "hint": hint.map(JSON.string) ?? .null, "details": details.isEmpty ? nil : .strings(details),
    ])
    return SafeText.json(.object(["error": error, "schema": "annals.error/1"])) + "\n"
  }
}

extension Failure {
  /// The same after what was complained of before it.
  func after(_ complaints: [String]) -> Failure {
    Failure(meaning, message, details: complaints + details, hint: hint)
  }

  /// The sentence for an error of the modules below.
  init(_ error: any Error) {
    switch error {
    case let failure as Failure: self = failure
    case let error as StoreError: self = Failure(error)
    case let error as QueryError: self = Failure(.usage, error.message, hint: error.hint)
    case let error as NoSuchEvent where error.undoneBy != nil:
      self = Failure(
        .no, "what was done by hand as \(error.prefix) was undone",
        hint: "annals undo \(error.undoneBy!.short) brings it back")
    case let error as NoSuchEvent:
      self = Failure(.no, "no event's id begins with \(error.prefix)", hint: "annals log shows ids")
    case let error as NoSuchItem:
      self = Failure(
        .no, "no item's id begins with \(error.prefix)", hint: "annals items shows ids")
    case let error as NoSuchForecast:
      self = Failure(
        .no, "no forecast's id begins with \(error.prefix)", hint: "annals forecast list shows ids")
    case let error as UnusableInput: self = Failure(.badInput, error.reason)
    case let error as CurlMissing:
      self = Failure(.network, "\(error)", hint: "install libcurl 7.85 or later")
    case let error as LibraryMissing:
      self = Failure(
        .network, "a log of many machines needs libnats: \(error.reason)",
        hint: "install it (Debian: apt install libnats3.4 or later; macOS: brew install cnats)")
    default: self = Failure(.badInput, "\(error)")
    }
  }

  private init(_ error: StoreError) {
    switch error {
    case .missing(let path):
      self = Failure(.usage, "there is no store at \(path)", hint: "make one with: annals init")
    case .notAStore(let path):
      self = Failure(
        .badInput, "\(path) is not a store of annals", hint: "name another with --store FILE")
    case .unfinished(let path):
      self = Failure(
        .usage, "the making of the store \(path) was interrupted",
        hint: "finish it with: annals init")
    case .newer(let path, let version):
      self = Failure(
        .badInput, "\(path) was made by a newer annals (store version \(version))",
        hint: "update annals")
    case .outOfDate(let path):
      self = Failure(
        .busy, "\(path) was made by an older annals, and another process is writing to it",
        hint: "try again, or bring it up to date with: annals rebuild")
    case .overtaken:
      self = Failure(.busy, "another annals has written meanwhile", hint: "try again")
    case .away(let log, let reason):
      self = Failure(
        .network, "the log at \(log) cannot be reached: \(reason)",
        hint: "questions are answered meanwhile, and annals ingest keeps feeds for later")
    case .unusable(let log, let reason):
      self = Failure(
        .cannotWrite, "the log at \(log) cannot be used: \(reason)",
        hint: "annals doctor looks at the servers; annals help cluster says how they are set up")
    case .diverged(let position, let reason):
      self = Failure(
        .corrupt, "this node and its log differ at @\(position): \(reason)",
        hint: "move this store away, and annals init follows the log anew")
    case .cannotRead(let path, let reason):
      self = Failure(.badInput, "cannot read \(path): \(reason)", hint: "may you read it?")
    case .corrupt(let position, let reason):
      let place = position.map { "the record at @\($0) is corrupt: " } ?? "the store is corrupt: "
      self = Failure(
        .corrupt, place + reason, hint: "restore the store from a backup or an exported log")
    case .busy:
      self = Failure(.busy, "another annals is writing to the store", hint: "try again")
    case .exists(let path):
      self = Failure(
        .cannotWrite, "\(path) is there already",
        hint: "move it away, with the files beside it, or name another")
    case .noRoom(let path, let needed, let free):
      self = Failure(
        .cannotWrite,
        "cannot write \(path): it takes \(Numerals.bytes(needed)), and \(Numerals.bytes(free)) are free",
        hint: "make room on its disk; nothing has been changed")
    case .cannotWrite(let path, let reason):
      self = Failure(.cannotWrite, "cannot write \(path): \(reason)")
    }
  }
}
