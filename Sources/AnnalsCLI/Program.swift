import ArgumentParser
import EventCoding
import EventModel
import JSONText
import Projections
import Rendering

/// The program as a function: arguments and surroundings in, an exit code out.
package enum Program {
  static let version = "0.1"

  /// The program with a coder of its own: what reads a feed.
  static func version(with coder: EventCoder) -> String {
    "\(version) with dictionary \(coder.digest)"
  }

  /// Runs the command that the arguments spell in the real surroundings, and gives the exit code.
  package static func run(_ arguments: [String]) -> Int32 {
    do {
      return run(arguments, in: try .system())
    } catch {
      let failure = Failure(error)
      try? Surroundings.standardError.write(
        failure.text(asJSON: OutputOptions.askForJSON(arguments)))
      return failure.meaning.rawValue
    }
  }

  /// Runs the command that the arguments spell, and gives the exit code.
  package static func run(_ arguments: [String], in surroundings: Surroundings) -> Int32 {
    let asJSON = OutputOptions.askForJSON(arguments)
    surroundings.complaints.areKept = asJSON
    if arguments.first == "--generate-manual", arguments.count == 2 {
      do { try Manual.write(into: arguments[1]) } catch {
        return report(error, asJSON: asJSON, in: surroundings)
      }
      return 0
    }
    if let page = page(for: arguments, width: surroundings.output.width) {
      try? surroundings.output.write(Array(page.utf8))
      return 0
    }
    var surroundings = surroundings
    surroundings.settings = Settings(
      surroundings.environment, store: StoreOptions.path(in: arguments, surroundings.environment))
    do {
      try checkCommand(arguments)
      try FormatMatrix.check(arguments)
      var command = try Annals.parseAsRoot(arguments)
      guard let ours = command as? any AnnalsCommand else {
        try command.run()
        return 0
      }
      defer { keepAnchors(surroundings) }
      try ours.run(in: surroundings)
      return 0
    } catch is OutputClosed {
      return 0
    } catch let code as ExitCode {
      return code.rawValue
    } catch {
      return report(error, asJSON: asJSON, in: surroundings)
    }
  }

  /// What is told without any command: a topic of the help, and what shells ask to complete words.
  private static func page(for arguments: [String], width: Int?) -> String? {
    switch (arguments.first, arguments.dropFirst().first) {
    case ("---complete", _):
      try? Completion.lines(Array(arguments.dropFirst())).map { "\($0)\n" }.joined()
    case ("--generate-completion-script", let shell?):
      BundledFiles.file("Help/completions/annals.\(shell)").map {
        String(decoding: $0, as: UTF8.self)
      }
    case ("help", let topic?):
      HelpTopics.page(topic).map { text in
        guard OutputOptions.askForJSON(arguments) else { return LineWrap.page(text, width: width) }
        let json = JSON.object([
          "schema": "annals.help/1", "topic": .string(topic), "text": .string(text),
        ])
        return String(decoding: json.bytes, as: UTF8.self) + "\n"
      }
    default: nil
    }
  }

  /// Throws a ``Failure`` that suggests the nearest for a command that does not exist.
  private static func checkCommand(_ arguments: [String]) throws {
    let names = Annals.commandNames + ["help"]
    guard let (name, isTopic) = asked(arguments), !names.contains(name) else { return }
    let known = isTopic ? names + HelpTopics.names : names
    throw Failure(
      .usage, isTopic ? "there is no help on “\(name)”" : "there is no command “\(name)”",
      hint: nearest(to: name, in: known).map { "did you mean “\($0)”?" }
        ?? "annals --help lists them")
  }

  /// The command that arguments name, or the one about which help is asked.
  private static func asked(_ arguments: [String]) -> (name: String, isTopic: Bool)? {
    guard let first = arguments.first, !first.hasPrefix("-") else { return nil }
    guard first == "help", arguments.count > 1, !arguments[1].hasPrefix("-") else {
      return (first, false)
    }
    return (arguments[1], true)
  }

  /// Notes outside the stores that were written how far their logs go.
  private static func keepAnchors(_ surroundings: Surroundings) {
    let anchors = Anchors(surroundings.environment)
    for store in surroundings.stores.written.values {
      if let anchor = try? store.ask({ try Anchor(of: $0) }) { anchors.keep(anchor) }
    }
  }

  private static func report(
    _ error: any Error, asJSON: Bool, in surroundings: Surroundings
  ) -> Int32 {
    let code = Annals.exitCode(for: error)
    let isParsing = "\(type(of: error))" == "CommandError" || error is ValidationError
    if isParsing || error is CleanExit {
      let text = Annals.fullMessage(for: error) + "\n"
      if code.isSuccess {
        try? surroundings.output.write(text)
        return 0
      }
      let command = text.firstMatch(of: /See '(annals[^']* --help)'/).map { String($0.1) }
      let failure = Failure(.usage, Annals.message(for: error), hint: command ?? "annals --help")
      let told = Redaction.text(text)
      try? surroundings.error.write(asJSON ? failure.text(asJSON: true) : told)
      return ExitMeaning.usage.rawValue
    }
    let failure = Failure(error).after(surroundings.complaints.kept)
    let told = failure.text(asJSON: asJSON)
    try? surroundings.error.write(asJSON ? told : surroundings.error.wrapped(told))
    return failure.meaning.rawValue
  }
}
