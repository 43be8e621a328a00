package import EventModel

/// When to come again, and why then.
package struct Appointment: Equatable, Sendable {
  /// nil is never.
  package let time: Instant?
  package let reason: String

  package init(time: Instant?, reason: String) {
    self.time = time
    self.reason = reason
  }
}
