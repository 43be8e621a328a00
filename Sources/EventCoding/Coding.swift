package import EventModel

/// What the coder makes of an item.
package struct Coding: Sendable {
  package var events: [Event]
  /// All quantities and dates of the title and the summary, coded or not.
  package var quantities: [Quantity]
  /// Why each event was coded, and why others were not; empty unless asked for.
  package var reasons: [Reason]
  /// The chance that the headline is coded wrongly, as an event or as none; 0 where a rule decided.
  package var doubt: Double
}
