package import EventModel

/// How a poll ended; every poll ends in one of these.
package enum Outcome: Equatable, Sendable {
  case new(items: Int, revisions: Int)
  /// A whole answer came, and nothing in it was new.
  case unchanged
  /// HTTP 304.
  case notModified
  /// A permanent redirect was seen for the second time: from now on this address is asked.
  case moved(to: String)
  /// HTTP 410: never asked again.
  case gone
  /// The server wants no request before that moment.
  case limited(until: Instant)
  /// A rule of ours forbids to ask it, such as that a private address needs permission; no fault of the
  /// feed's.
  case forbidden(why: String)
  /// We will not load it, and why.
  case refused(why: String)
  /// It could not be loaded or read, and why.
  case failed(why: String)

  package var isProblem: Bool {
    switch self {
    case .refused, .failed, .gone: true
    case .new, .unchanged, .notModified, .moved, .limited, .forbidden: false
    }
  }

  /// Whether everything that the feed says by now has been read.
  package var hasReadAll: Bool {
    switch self {
    case .new, .unchanged, .notModified, .moved: true
    case .gone, .limited, .forbidden, .refused, .failed: false
    }
  }
}

extension Outcome {
  /// Whether an outcome without an answer means that the server was asked all the same.
  var wasAsked: Bool {
    switch self {
    case .limited, .forbidden: false
    case .new, .unchanged, .notModified, .moved, .gone, .refused, .failed: true
    }
  }
}

extension Outcome: CustomStringConvertible {
  package var description: String {
    switch self {
    case .new(let items, let revisions):
      [(items, "new"), (revisions, "revised")].filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
        .joined(separator: ", ")
    case .unchanged: "unchanged"
    case .notModified: "not modified"
    case .moved(let url): "moved to \(url)"
    case .gone: "gone for good (HTTP 410)"
    case .limited(let moment): "the host wants no request before \(moment)"
    case .forbidden(let why), .refused(let why): "refused: \(why)"
    case .failed(let why): "failed: \(why)"
    }
  }
}
