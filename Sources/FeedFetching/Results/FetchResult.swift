package import EventModel

/// How the fetch of one address ended.
package enum FetchResult: Equatable, Sendable {
  case response(Response)
  case refused(Refusal)
  case failed(FetchFailure)
  /// Never asked: the server had told us to wait until then.
  case heldBack(until: Instant)
}
