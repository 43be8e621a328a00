public import EventModel

/// Everything outside the program that a command may see: the clock, the environment, the terminal
/// and the standard streams. A test hands in its own.
public struct Surroundings {
  /// When the program began.
  public let now: Instant
  /// When the program began by the machine's own clock, which nothing pins.
  public let machineNow: Instant
  /// The moment it is, for what takes its time.
  public let clock: () -> Instant
  /// Whether somebody has asked the program to stop.
  public let isInterrupted: () -> Bool
  public let environment: [String: String]
  public let output: Output
  public let error: Output
  /// Reads standard input to its end, or so many bytes of it.
  public let input: (_ limit: Int) throws -> [UInt8]
  let stores = NamedStores()

  public init(
    now: Instant, environment: [String: String], output: Output, error: Output,
    input: @escaping (_ limit: Int) throws -> [UInt8], clock: (() -> Instant)? = nil,
    machineNow: Instant? = nil, isInterrupted: @escaping () -> Bool = { false }
  ) {
    self.now = now
    self.clock = clock ?? { now }
    self.machineNow = machineNow ?? now
    self.isInterrupted = isInterrupted
    self.environment = environment
    self.output = output
    self.error = error
    self.input = input
  }

  /// The day in UTC, which `ANNALS_NOW` pins.
  public var today: CivilDay { now.day }
}
