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

  private static func keys(of items: UnsafeBufferPointer<Item>) -> [[String]] {
    let trusted = areIDsTrusted(items)
    var bearers: [UInt64: Int32] = [:]
    bearers.reserveCapacity(items.count * 3)
    var all: [[(key: String, hash: UInt64)]] = []
    all.reserveCapacity(items.count)
    for index in items.indices {
      let keys = candidates(items, index, trustingIDs: trusted)
      for (_, hash) in keys { bearers[hash, default: 0] += 1 }
      all.append(keys)
    }
    return all.map { keys in
      let own = keys.filter { bearers[$0.hash] == 1 }
      return own.isEmpty ? keys.suffix(1).map(\.key) : own.map(\.key)
    }
  }

  /// Whether at most one id in twenty is missing or repeated.
  public static func areIDsTrusted(_ items: [Item]) -> Bool {
    items.withUnsafeBufferPointer { areIDsTrusted($0) }
  }

  private static func areIDsTrusted(_ items: UnsafeBufferPointer<Item>) -> Bool {
    var seen = Set<UInt64>(minimumCapacity: items.count)
    for index in items.indices {
      if let id = items[index].id { seen.insert(KeyHash.of(id)) }
    }
    return (items.count - seen.count) * 20 <= items.count
  }

  /// Every name of one item, without repeats.
  ///
  /// Takes the items and an index since a copy of an item costs thirty reference counts.
  private static func candidates(_ items: UnsafeBufferPointer<Item>, _ index: Int, trustingIDs: Bool) -> [(
    key: String, hash: UInt64
  )] {
    var keys: [(key: String, hash: UInt64)] = []
    keys.reserveCapacity(4)
    func add(_ kind: String, _ name: String, _ date: String? = nil) {
      var key = kind
      key.reserveCapacity(kind.utf8.count + name.utf8.count + (date?.utf8.count ?? 0) + 1)
      key += name
      if let date { key += "@" + date }
      let hash = KeyHash.of(key)
      if !keys.contains(where: { $0.hash == hash }) { keys.append((key, hash)) }
    }
    let id = items[index].id
    if trustingIDs, let id { add("id:", id) }
    if let url = items[index].url ?? items[index].externalURL { add("url:", AddressKey.of(url)) }
    if let id, isAddress(id) { add("url:", AddressKey.of(id)) }
    if let title = items[index].plainTitle {
      add("title:", title, items[index].date?.claimed ?? "")
    } else if keys.isEmpty {
      add("text:", String(items[index].plainText.prefix(200)))
    }
    return keys
  }

  private static func isAddress(_ id: String) -> Bool {
    id.utf8.starts(with: "http".utf8) && id.utf8.contains(UInt8(ascii: "/"))
  }
}
