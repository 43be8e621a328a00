public import EventModel

/// Everything outside the program that a command may see: the clock, the environment, the terminal
/// and the standard streams. A test hands in its own.
public struct Surroundings {
  public let now: Instant
  public let environment: [String: String]
  public let output: Output
  public let error: Output
  /// Reads standard input to its end.
  public let input: () throws -> [UInt8]

  public init(
    now: Instant, environment: [String: String], output: Output, error: Output,
    input: @escaping () throws -> [UInt8]
  ) {
    self.now = now
    self.environment = environment
    self.output = output
    self.error = error
    self.input = input
  }

  /// The day in UTC, which `ANNALS_NOW` pins.
  public var today: CivilDay { now.day }
}
