import EventModel

/// What went wrong on the way or at the server's end; the next poll may succeed.
package enum FetchFailure: Error, Equatable, Sendable, CustomStringConvertible {
  case nameNotFound(host: String)
  case cannotConnect(host: String)
  /// TLS could not be agreed on, or the certificate does not hold; libcurl's own words.
  case tls(String)
  case timedOut(seconds: Int)
  case stalled(seconds: Int)
  /// The connection ended before the whole answer had come.
  case cutShort
  case empty
  /// The compression is unknown or broken.
  case badCompression
  case notHTTP
  /// An answer other than success; `isChallenge` when only a browser would pass.
  case status(Int, isChallenge: Bool)
  /// 304 to a request that named no condition.
  case notModifiedUnasked
  case other(String)

  package var description: String {
    switch self {
    case .nameNotFound(let host): "there is no host \(host), or DNS does not answer"
    case .cannotConnect(let host): "cannot connect to \(host)"
    case .tls(let reason): "no secure connection: \(Redaction.text(reason))"
    case .timedOut(let seconds): "not done after \(seconds) s"
    case .stalled(let seconds): "nothing came for \(seconds) s"
    case .cutShort: "the connection ended in the middle of the answer"
    case .empty: "the answer is empty"
    case .badCompression: "the answer's compression cannot be undone"
    case .notHTTP: "the answer is not HTTP"
    case .status(_, isChallenge: true): "the server lets only browsers in (a challenge page)"
    case .status(let code, _): "HTTP \(code)" + (StatusCode.meaning(code).map { ": \($0)" } ?? "")
    case .notModifiedUnasked: "HTTP 304, although the request set no condition"
    case .other(let reason): Redaction.text(reason)
    }
  }
}

extension FetchFailure {
  /// Whether nobody answers there, or not in the language of the scheme.
  package var isOfConnection: Bool {
    switch self {
    case .cannotConnect, .tls, .notHTTP, .cutShort: true
    case .nameNotFound, .timedOut, .stalled, .empty, .badCompression, .status, .notModifiedUnasked,
      .other:
      false
    }
  }
}
