/// A file that belongs to an item: a podcast episode, a picture.
public struct Enclosure: Sendable, Equatable {
  public var url: String
  /// The media type as claimed, e.g. `audio/mpeg`.
  public var type: String?
  /// Bytes as claimed; feeds lie.
  public var length: String?

  public init(url: String, type: String? = nil, length: String? = nil) {
    self.url = url
    self.type = type
    self.length = length
  }
}
