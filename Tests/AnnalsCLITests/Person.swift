import AnnalsCLI
import EventLog
import EventModel
import Foundation
import Testing

/// Somebody who types commands, with a store of their own and a clock that they turn.
final class Person {
  let folder: URL
  private let isGuest: Bool
  var now = Instant("2026-11-23T12:00:00Z")!
  /// So many times the program is told to go on before it is told to stop.
  var patience = Int.max
  /// Looks on whenever the program asks whether to go on.
  var meanwhile: () -> Void = {}

  /// Further variables of the environment.
  var environment: [String: String] = [:]

  /// Where a sentence encoder lies.
  var encoderFolder: String?

  /// Called when the program reads standard input.
  var typed: () -> [UInt8] = { [] }

  /// Called with all that is said on standard error.
  var heard: (String) -> Void = { _ in }

  /// Set where they sit at a terminal: called with the words of every program that is started.
  var terminal: (([String]) -> Int32)?

  init() {
    folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    isGuest = false
    #expect(run("init", "--empty").code == 0)
  }

  /// Somebody else at the same store.
  convenience init(besides other: Person) {
    self.init(in: other.folder)
    now = other.now
  }

  /// Somebody at the store of others in a folder.
  init(in folder: URL) {
    self.folder = folder
    isGuest = true
  }

  deinit { if !isGuest { try? FileManager.default.removeItem(at: folder) } }

  var store: Store {
    get throws { try Store(opening: folder.appending(path: "annals.sqlite").path) }
  }

  var head: Int64 {
    get throws { try store.read { try Log($0).head().position } }
  }

  func wait(hours: Int) {
    now = Instant(milliseconds: now.milliseconds + Int64(hours) * 3_600_000)
  }

  @discardableResult
  func run(_ words: String...) -> (code: Int32, output: String, error: String) { run(words) }

  func run(_ words: [String]) -> (code: Int32, output: String, error: String) {
    final class Text { var text = "" }
    let (output, error) = (Text(), Text())
    func stream(_ text: Text, heard: @escaping (String) -> Void = { _ in }) -> Output {
      Output(isTerminal: terminal != nil, width: nil) {
        let piece = String(decoding: $0, as: UTF8.self)
        text.text += piece
        heard(piece)
      }
    }
    let surroundings = Surroundings(
      now: now,
      environment: environment.merging(
        ["ANNALS_STORE": folder.appending(path: "annals.sqlite").path]) { $1 },
      output: stream(output), error: stream(error, heard: { self.heard($0) }),
      input: { _ in self.typed() },
      clock: { self.now }, encoderFolder: { self.encoderFolder },
      isInterrupted: {
        self.patience -= 1
        self.meanwhile()
        return self.patience < 0
      }, launch: terminal)
    let code = Program.run(words, in: surroundings)
    return (code, output.text, error.text)
  }
}
