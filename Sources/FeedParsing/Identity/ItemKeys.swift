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
    let trusted = areIDsTrusted(items)
    let all = items.map { candidates($0, trustingIDs: trusted) }
    var bearers: [UInt64: Int] = [:]
    bearers.reserveCapacity(items.count * 3)
    for keys in all {
      for key in keys { bearers[KeyHash.of(key), default: 0] += 1 }
    }
    return all.map { keys in
      if keys.allSatisfy({ bearers[KeyHash.of($0)] == 1 }) { return keys }
      let own = keys.filter { bearers[KeyHash.of($0)] == 1 }
      return own.isEmpty ? Array(keys.suffix(1)) : own
    }
  }

  /// Whether at most one id in twenty is missing or repeated.
  public static func areIDsTrusted(_ items: [Item]) -> Bool {
    var seen = Set<UInt64>(minimumCapacity: items.count)
    for item in items {
      if let id = item.id { seen.insert(KeyHash.of(id)) }
    }
    return (items.count - seen.count) * 20 <= items.count
  }

  /// Every name of one item, without repeats.
  private static func candidates(_ item: Item, trustingIDs: Bool) -> [String] {
    var keys: [String] = []
    keys.reserveCapacity(3)
    func add(_ key: String) { if !keys.contains(key) { keys.append(key) } }
    if trustingIDs, let id = item.id { add("id:" + id) }
    if let url = item.url ?? item.externalURL { add("url:" + AddressKey.of(url)) }
    if let id = item.id, id.utf8.contains(UInt8(ascii: "/")), id.contains("://") {
      add("url:" + AddressKey.of(id))
    }
    if let title = item.plainTitle {
      add("title:" + title + "@" + (item.date?.claimed ?? ""))
    } else if keys.isEmpty {
      add("text:" + String(item.plainText.prefix(200)))
    }
    return keys
  }
}
