package import EventModel

/// What an answer means before anybody has read its body.
package enum Judgement: Equatable, Sendable {
  case settled(Outcome)
  /// A body that the state has not seen yet; whoever reads it knows the outcome.
  case unread(Response)

  package init(_ result: FetchResult, now: Instant) {
    switch result {
    case .refused(let refusal):
      self = .settled(
        refusal.isOurRule ? .forbidden(why: "\(refusal)") : .refused(why: "\(refusal)"))
    case .failed(let failure): self = .settled(.failed(why: "\(failure)"))
    case .heldBack(let moment): self = .settled(.limited(until: moment))
    case .response(let response): self = Judgement.judge(response, now: now)
    }
  }

  private static func judge(_ response: Response, now: Instant) -> Judgement {
    func failed(_ failure: FetchFailure) -> Judgement { .settled(.failed(why: "\(failure)")) }
    if let moment = response.pause(now: now) { return .settled(.limited(until: moment)) }
    switch response.status {
    case 304:
      return response.wasConditional ? .settled(.notModified) : failed(.notModifiedUnasked)
    case 200, 203:
      return response.body.isEmpty ? failed(.empty) : .unread(response)
    case 204, 205: return failed(.empty)
    case 410: return .settled(.gone)
    default:
      let isChallenge = response.headers["cf-mitigated"] == "challenge"
      return failed(.status(response.status, isChallenge: isChallenge))
    }
  }
}

extension Response {
  /// Until when the server wants no further request: after 429 always, after 503 when it says so. A
  /// `Retry-After` that is over already says nothing.
  package func pause(now: Instant) -> Instant? {
    let retry = headers.retryAfter(now: now).flatMap { $0 > now ? $0 : nil }
    if status == 429 { return retry ?? now.advanced(bySeconds: 3600) }
    return status == 503 ? retry : nil
  }

  /// Whether the pause is for all feeds of the host: 429 counts who asks (RFC 6585 §4), 503 speaks of
  /// what was asked for.
  package var pausesHost: Bool { status == 429 }
}
