/// Something a document does wrong, and what was done about it.
public struct Diagnostic: Sendable, Equatable {
  public enum Severity: String, Sendable { case note, warning, error }

  public var severity: Severity
  /// The line of the document, counted from 1; 0 when it concerns the whole.
  public var line: Int
  public var message: String

  public init(_ severity: Severity, line: Int, _ message: String) {
    self.severity = severity
    self.line = line
    self.message = message
  }
}
