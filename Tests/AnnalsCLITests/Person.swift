import AnnalsCLI
import EventLog
import EventModel
import Foundation
import Testing

/// Somebody who types commands, with a store of their own and a clock that they turn.
final class Person {
  let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
  var now = Instant("2026-11-23T12:00:00Z")!
  /// So many times the program is told to go on before it is told to stop.
  var patience = Int.max

  init() { #expect(run("init", "--empty").code == 0) }

  deinit { try? FileManager.default.removeItem(at: folder) }

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
    func stream(_ text: Text) -> Output {
      Output(isTerminal: false, width: nil) { text.text += String(decoding: $0, as: UTF8.self) }
    }
    let surroundings = Surroundings(
      now: now,
      environment: ["ANNALS_STORE": folder.appending(path: "annals.sqlite").path],
      output: stream(output), error: stream(error), input: { _ in [] }, clock: { self.now },
      isInterrupted: {
        self.patience -= 1
        return self.patience < 0
      })
    let code = Program.run(words, in: surroundings)
    return (code, output.text, error.text)
  }
}
