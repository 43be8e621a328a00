import EventLog
import EventModel
import FeedParsing
import Projections

/// What an item that a feed serves is to the log.
enum ItemStanding {
  case new
  /// It is as it was last or first seen; a state that comes back is not news.
  case unchanged
  /// It has changed in these fields since it was last seen.
  case revised(RecordID, changed: [String])
  /// It changes so often that its changes are no longer recorded.
  case restless

  init(of item: ItemObservation, addressesTell: Bool, in known: Snapshot) throws {
    let found = try known.item(of: item.feed, keys: item.names) { key, stored in
      if key.hasPrefix("id:") { return true }
      guard let former = try known.observation(of: stored)?.item else { return false }
      return item.continues(former, addressesTell: addressesTell)
    }
    guard let stored = found else {
      self = .new
      return
    }
    if [stored.fingerprint, stored.first].contains(item.fingerprint) {
      self = .unchanged
    } else if !RevisionBudget.standard.allows(after: stored.revisions) {
      self = .restless
    } else {
      guard let former = try known.observation(of: stored) else {
        self = .new
        return
      }
      self = .revised(former.id, changed: former.item.changes(to: item))
    }
  }
}

extension ItemObservation {
  /// The names of the fields in which a reader would see a difference.
  func changes(to other: ItemObservation) -> [String] {
    var changed: [String] = []
    if url != other.url { changed.append("url") }
    if title != other.title { changed.append("title") }
    if summary != other.summary { changed.append("summary") }
    if content != other.content { changed.append("content") }
    if claimed != other.claimed { changed.append("claimed") }
    return changed
  }
}
