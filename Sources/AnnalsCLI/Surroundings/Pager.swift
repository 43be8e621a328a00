import Rendering

/// Shows what is longer than the terminal page by page.
struct Pager {
  private let command: String
  private let height: Int
  private let surroundings: Surroundings

  /// Nil where there is no terminal, or no pager is wanted (`cat`).
  init?(_ surroundings: Surroundings) throws {
    guard surroundings.output.isTerminal, let height = surroundings.output.height else {
      return nil
    }
    let named = try surroundings.settings.text(.pager) ?? surroundings.environment["PAGER"]
    command = named.flatMap { $0.isEmpty ? nil : $0 } ?? "less -FRX"
    guard command != "cat" else { return nil }
    self.height = height
    self.surroundings = surroundings
  }

  func show(_ body: (_ write: (String) throws -> Void) throws -> Void) throws {
    var text = ""
    try body { text += $0 }
    let bytes = Array(text.utf8)
    let lines = bytes.count { $0 == 0x0A }
    guard lines >= height,
      try Launch.run(shell: command, environment: surroundings.environment, input: bytes)
        != Pager.notFound
    else { return try surroundings.output.write(bytes) }
  }

  /// What a shell ends with where there is no such command.
  private static let notFound: Int32 = 127
}
