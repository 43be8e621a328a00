package import EventModel

/// Why a question was not answered; the coding without an answer stands.
package enum ReaderFailure: Error, Equatable, Sendable, CustomStringConvertible {
  /// Nobody answered, in time or at all, or nobody may be asked there.
  case unreachable(String)
  case status(Int)
  /// The server wants no question before then.
  case waiting(until: Instant)
  case empty
  /// The answer ends before it is whole.
  case truncated
  case malformed(String)
  /// A person ended the run.
  case interrupted

  /// Whether the next question of the run would fare the same.
  var isLasting: Bool {
    switch self {
    case .unreachable, .waiting, .interrupted: true
    case .status(let code): code < 500
    case .empty, .truncated, .malformed: false
    }
  }

  package var description: String {
    switch self {
    case .unreachable(let reason): reason
    case .status(401), .status(403): "it does not accept the key (HTTP 401 or 403)"
    case .status(404): "it knows no such address or model (HTTP 404)"
    case .status(let code) where 300..<400 ~= code:
      "it redirects (HTTP \(code)), and no redirect is followed with a key"
    case .status(let code): "HTTP \(code)"
    case .waiting(let moment): "it wants no question before \(moment)"
    case .empty: "its answer is empty"
    case .truncated: "its answer breaks off"
    case .malformed(let reason): "its answer is not of the form asked for: \(reason)"
    case .interrupted: "interrupted"
    }
  }
}
