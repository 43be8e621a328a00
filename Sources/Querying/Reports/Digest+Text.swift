package import EventModel
import Projections

extension Digest {
  /// SHA-256 of a text's bytes.
  package init(ofText text: String) { self = Snapshot.digest(of: Array(text.utf8)) }
}
