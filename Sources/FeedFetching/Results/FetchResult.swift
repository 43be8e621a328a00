/// How the fetch of one address ended.
package enum FetchResult: Equatable, Sendable {
  case response(Response)
  case refused(Refusal)
  case failed(FetchFailure)
  /// Never asked: the host had just told us to wait.
  case heldBack
}
