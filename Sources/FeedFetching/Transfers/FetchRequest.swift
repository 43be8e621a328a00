/// What to ask for.
package struct FetchRequest: Equatable, Sendable {
  package let url: FeedURL
  package let validators: Validators?
  /// Further header lines, such as `Authorization: …`; only the origin of `url` sees them.
  package let headers: [String]
  /// Whether a web page will do too, as when a page is searched for its feeds.
  package let acceptsPages: Bool
  /// Whether addresses that are not public will do too, of the host of `url`.
  package let allowsPrivate: Bool
  /// A JSON text to POST; nil asks with GET. No redirect is followed with it: what answers first is the
  /// answer, whatever its body is.
  package let posted: String?

  package init(
    _ url: FeedURL, validators: Validators? = nil, headers: [String] = [],
    acceptsPages: Bool = false, allowsPrivate: Bool = false, posting posted: String? = nil
  ) {
    self.url = url
    self.validators = validators
    self.headers = headers
    self.acceptsPages = acceptsPages
    self.allowsPrivate = allowsPrivate
    self.posted = posted
  }
}
