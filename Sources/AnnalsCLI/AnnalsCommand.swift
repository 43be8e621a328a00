import ArgumentParser

/// A command as a function of its surroundings.
///
/// Its configuration names it: a name that is made of the type's costs a third of the start-up.
protocol AnnalsCommand: ParsableCommand {
  func run(in surroundings: Surroundings) throws
}
