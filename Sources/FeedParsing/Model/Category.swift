/// A category, tag or subject (RFC 4287 §4.2.2).
public struct Category: Sendable, Hashable {
  public var term: String?
  /// The URI of the vocabulary the term belongs to (RSS `domain`).
  public var scheme: String?
  public var label: String?

  public init(term: String?, scheme: String? = nil, label: String? = nil) {
    self.term = term
    self.scheme = scheme
    self.label = label
  }
}
