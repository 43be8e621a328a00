/// The names by which an item is known again, the surest first.
///
/// An item is (feed, guid). Publishers change guids, so the address and the title with its date
/// are names too: an item that comes back under any of its names is a revision, not news.
public enum ItemKeys {
  /// The keys of each of a feed's items, at least one each.
  ///
  /// Where more than one id in twenty is missing or repeated, the ids of the whole feed are not
  /// trusted and the next key comes first (as in FreshRSS). A name that several items bear tells
  /// none of them apart and is left out.
  public static func of(_ items: [Item]) -> [[String]] {
    items.withUnsafeBufferPointer { keys(of: $0) }
  }

  /// Whether at most one id in twenty is missing or repeated.
  public static func areIDsTrusted(_ items: [Item]) -> Bool {
    items.withUnsafeBufferPointer { areIDsTrusted($0) }
  }

  private static func keys(of items: UnsafeBufferPointer<Item>) -> [[String]] {
    let trusted = areIDsTrusted(items)
    var bearers = HashCounter(capacity: items.count * 4)
    var result: [[String]] = []
    result.reserveCapacity(items.count)
    for index in items.indices {
      let keys = candidates(items, index, trustingIDs: trusted)
      for key in keys { bearers.count(KeyHash.of(key)) }
      result.append(keys)
    }
    guard bearers.hasRepeats else { return result }
    return result.map { keys in
      let own = keys.filter { bearers[KeyHash.of($0)] == 1 }
      return own.isEmpty ? Array(keys.suffix(1)) : own
    }
  }

  private static func areIDsTrusted(_ items: UnsafeBufferPointer<Item>) -> Bool {
    var seen = HashCounter(capacity: items.count)
    for index in items.indices {
      if let id = items[index].id { seen.count(KeyHash.of(id)) }
    }
    return (items.count - seen.distinct) * 20 <= items.count
  }

  /// Every name of one item, without repeats.
  ///
  /// Takes the items and an index since a copy of an item costs thirty reference counts.
  private static func candidates(
    _ items: UnsafeBufferPointer<Item>, _ index: Int, trustingIDs: Bool
  ) -> [String] {
    var keys: [String] = []
    keys.reserveCapacity(4)
    let id = items[index].id
    if trustingIDs, let id { keys.append("id:" + id) }
    let url = items[index].url ?? items[index].externalURL
    if let url { keys.append(AddressKey.of(url, prefix: "url:")) }
    if let id, id != url, id.utf8.starts(with: "http".utf8) {
      let key = AddressKey.of(id, prefix: "url:")
      if keys.last != key { keys.append(key) }
    }
    if let title = items[index].title?.plainText, !title.isEmpty {
      let published = items[index].published
      let date = published?.instant == nil ? items[index].updated ?? published : published
      keys.append("title:" + title + "@" + (date?.claimed ?? ""))
    } else if keys.isEmpty {
      keys.append("text:" + String(items[index].plainText.prefix(200)))
    }
    return keys
  }
}
