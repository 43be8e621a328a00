/// A file that belongs to an item: a podcast episode, a picture.
package struct Enclosure: Sendable, Equatable {
  package var url: String
  /// The media type as claimed, e.g. `audio/mpeg`.
  package var type: String?
  /// Bytes as claimed; feeds lie.
  package var length: String?

  package init(url: String, type: String? = nil, length: String? = nil) {
    self.url = url
    self.type = type
    self.length = length
  }
}
