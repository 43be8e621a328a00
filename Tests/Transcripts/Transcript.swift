import AnnalsCLI
import EventModel
import Foundation

/// A text with commands as a person types them and what they print.
///
/// In blocks fenced with ```` ```console ````, a line `$ annals …` is a command; the lines to the next
/// one are what it prints, standard error included; `[exit 65]` ends what did not succeed.
struct Transcript {
  struct Step: Equatable {
    let command: String
    let printed: String
  }

  let file: URL
  let text: String

  init(_ file: URL) throws {
    self.file = file
    text = try String(contentsOf: file, encoding: .utf8).replacing("\r\n", with: "\n")
  }

  /// The text as it would be if it told the truth: every command run in a new store, in order.
  func rerun() -> (text: String, steps: [(expected: Step, actual: Step)]) {
    // A short name: messages that name the folder are broken by its length.
    let folder = FileManager.default.temporaryDirectory.appending(
      path: String(UUID().uuidString.prefix(8)))
    defer { try? FileManager.default.removeItem(at: folder) }
    var (lines, steps): ([String], [(Step, Step)]) = ([], [])
    var isConsole = false
    var pending: (command: String, printed: [String])?
    func finish() {
      guard let (command, printed) = pending else { return }
      let output = run(command, in: folder)
      let actual = output.split(separator: "\n", omittingEmptySubsequences: false)
        .dropLast(output.hasSuffix("\n") || output.isEmpty ? 1 : 0).map(String.init)
      steps.append(
        (
          Step(command: command, printed: printed.joined(separator: "\n")),
          Step(command: command, printed: actual.joined(separator: "\n"))
        ))
      lines += actual
      pending = nil
    }
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      if isConsole, line.hasPrefix("$ ") {
        finish()
        lines.append(line)
        pending = (String(line.dropFirst(2)), [])
      } else if isConsole, line != "```" {
        pending?.printed.append(line)
      } else {
        finish()
        if line.hasPrefix("```") { isConsole = !isConsole && line == "```console" }
        lines.append(line)
      }
    }
    return (lines.joined(separator: "\n"), steps)
  }

  private func run(_ command: String, in folder: URL) -> String {
    let words = ShellWords.split(command)
    guard words.first == "annals" else { return "only annals can be run here\n" }
    final class Screen { var text = "" }
    let screen = Screen()
    let output = Output(isTerminal: true, width: 100) {
      screen.text += String(decoding: $0, as: UTF8.self)
    }
    let surroundings = Surroundings(
      now: Instant("2026-11-23T12:00:00Z")!,
      environment: ["ANNALS_STORE": folder.appending(path: "annals.sqlite").path, "NO_COLOR": "1"],
      output: output, error: output, input: { _ in [] })
    let code = Program.run(Array(words.dropFirst()), in: surroundings)
    let shown = screen.text.replacing(folder.path, with: "~/.local/share/annals")
      .replacing("\r\n", with: "\n")
    return shown + (code == 0 ? "" : "[exit \(code)]\n")
  }
}
