public import EventModel

/// What the coder makes of an item.
public struct Coding: Sendable {
  public var events: [Event]
  /// All quantities and dates of the title and the summary, coded or not.
  public var quantities: [Quantity]
  /// Why each event was coded, and why others were not; empty unless asked for.
  public var reasons: [Reason]
}
