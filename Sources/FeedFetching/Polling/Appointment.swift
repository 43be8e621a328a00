public import EventModel

/// When to come again, and why then.
public struct Appointment: Equatable, Sendable {
  /// nil is never.
  public let time: Instant?
  public let reason: String

  public init(time: Instant?, reason: String) {
    self.time = time
    self.reason = reason
  }
}
