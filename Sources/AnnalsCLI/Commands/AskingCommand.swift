import ArgumentParser
import Querying

/// A command that asks one question of the registry: its flags are the question's arguments.
protocol AskingCommand: AnnalsCommand {
  static var inquiry: Inquiry { get }
  var options: AskOptions { get }
  /// What was typed, by the names of the question's parameters.
  var arguments: [String: [String]] { get }
}

extension AskingCommand {
  func run(in surroundings: Surroundings) throws { try ask(surroundings) }

  func ask(_ surroundings: Surroundings) throws {
    try options.answer(Self.inquiry, arguments, surroundings)
  }
}

extension Annals {
  /// What may be typed behind `annals`.
  static let commandNames = configuration.subcommands.map { $0._commandName }

  /// Every question that a command asks.
  static let inquiries: [Inquiry] = inquiries(below: Annals.self)

  private static func inquiries(below command: any ParsableCommand.Type) -> [Inquiry] {
    let configuration = command.configuration
    let own = (command as? any AskingCommand.Type).map { [$0.inquiry] } ?? []
    return own + configuration.subcommands.flatMap(inquiries)
  }
}
