import ArgumentParser
import Querying
import Rendering

/// A command that asks one question of the registry: its flags are the question's arguments.
protocol AskingCommand: AnnalsCommand {
  static var inquiry: Inquiry { get }
  var options: AskOptions { get }
  /// What was typed, by the names of the question's parameters.
  var arguments: [String: [String]] { get }
  /// By what it draws in a terminal.
  var strokes: Strokes { get }
}

extension AskingCommand {
  var strokes: Strokes { .unicode }

  func run(in surroundings: Surroundings) throws { try ask(surroundings) }

  func ask(_ surroundings: Surroundings) throws {
    try options.answer(Self.inquiry, arguments, surroundings, strokes: strokes)
  }
}

extension Annals {
  /// What may be typed behind `annals`.
  static let commandNames = configuration.subcommands.map { $0._commandName }

  /// Every command that is not a family of commands, by what is typed behind `annals`.
  static let leaves = leaves(below: Annals.self, "")

  private static func leaves(
    below command: any ParsableCommand.Type, _ path: String
  ) -> [(path: String, command: any ParsableCommand.Type)] {
    let configuration = command.configuration
    if configuration.subcommands.isEmpty { return [(path, command)] }
    return configuration.subcommands.flatMap { subcommand in
      let isDefault = configuration.defaultSubcommand.map { $0 == subcommand } ?? false
      let words = [path, isDefault ? "" : subcommand._commandName].filter { !$0.isEmpty }
      return leaves(below: subcommand, words.joined(separator: " "))
    }
  }

  /// Every question that a command asks.
  static let inquiries = leaves.compactMap { ($0.command as? any AskingCommand.Type)?.inquiry }
}
