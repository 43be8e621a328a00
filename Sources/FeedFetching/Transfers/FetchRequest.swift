/// What to ask for.
public struct FetchRequest: Equatable, Sendable {
  public let url: FeedURL
  public let validators: Validators?
  /// Further header lines, such as `Authorization: …`; only the origin of `url` sees them.
  public let headers: [String]
  /// Whether a web page will do too, as when a page is searched for its feeds.
  public let acceptsPages: Bool

  public init(
    _ url: FeedURL, validators: Validators? = nil, headers: [String] = [],
    acceptsPages: Bool = false
  ) {
    self.url = url
    self.validators = validators
    self.headers = headers
    self.acceptsPages = acceptsPages
  }
}
