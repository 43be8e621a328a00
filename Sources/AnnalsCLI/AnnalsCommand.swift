import ArgumentParser

/// A command as a function of its surroundings.
protocol AnnalsCommand: ParsableCommand {
  func run(in surroundings: Surroundings) throws
}
