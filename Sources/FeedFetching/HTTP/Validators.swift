package import EventModel

/// What makes the next request conditional: the server answers 304 when nothing has changed
/// (RFC 9110 §13).
package struct Validators: Equatable, Sendable {
  package let etag: String?
  package let lastModified: String?
  /// When the answer came that they belong to.
  package let obtained: Instant

  /// Some servers answer 304 to anything; after eight days the feed is asked for whole again.
  package static let lifetime = 8 * 86_400

  package init?(etag: String?, lastModified: String?, obtained: Instant) {
    func usable(_ text: String?) -> String? {
      text.flatMap { $0.isEmpty || $0.utf8.count > 1024 ? nil : $0 }
    }
    self.etag = usable(etag)
    self.lastModified = usable(lastModified)
    self.obtained = obtained
    if self.etag == nil, self.lastModified == nil { return nil }
  }

  /// Those of an answer with a body.
  package init?(_ headers: Headers, obtained: Instant) {
    self.init(
      etag: headers["etag"], lastModified: headers["last-modified"], obtained: obtained)
  }

  /// With those that a 304 brought (RFC 9111 §4.3.4); the eight days go on.
  func updated(by headers: Headers) -> Validators {
    let new = Validators(headers, obtained: obtained)
    return Validators(
      etag: new?.etag ?? etag, lastModified: new?.lastModified ?? lastModified,
      obtained: obtained) ?? self
  }

  package func areUsable(at now: Instant) -> Bool {
    (0..<Validators.lifetime).contains(now.seconds(since: obtained))
  }

  /// The header lines of a conditional request.
  var lines: [String] {
    [etag.map { "If-None-Match: \($0)" }, lastModified.map { "If-Modified-Since: \($0)" }]
      .compactMap(\.self)
  }
}
