/// A category, tag or subject (RFC 4287 §4.2.2).
package struct Category: Sendable, Hashable {
  package var term: String?
  /// The URI of the vocabulary the term belongs to (RSS `domain`).
  package var scheme: String?
  package var label: String?

  package init(term: String?, scheme: String? = nil, label: String? = nil) {
    self.term = term
    self.scheme = scheme
    self.label = label
  }
}
