/// The names by which an item is known again, the surest first.
///
/// An item is (feed, guid). Publishers change guids, so the address and the title with its date
/// are names too: an item that comes back under any of its names is a revision, not news.
package enum ItemKeys {
  /// The keys of each of a feed's items, at least one each.
  ///
  /// Where more than one id in twenty is missing or repeated, the ids of the whole feed are not
  /// trusted and the next key comes first (as in FreshRSS). A name that several items bear tells
  /// none of them apart and is left out, and so is the feed's own home page.
  ///
  /// - Parameter home: the page the feed belongs to.
  package static func of(_ items: [Item], home: String? = nil) -> [[String]] {
    let home = home.map(AddressKey.of)
    return items.withUnsafeBufferPointer { keys(of: $0, home: home) }
  }

  /// Whether at most one id in twenty is missing or repeated.
  package static func areIDsTrusted(_ items: [Item]) -> Bool {
    items.withUnsafeBufferPointer { areIDsTrusted($0) }
  }

  private static func keys(of items: UnsafeBufferPointer<Item>, home: String?) -> [[String]] {
    let trusted = areIDsTrusted(items)
    var list = KeyList(items: items.count)
    let ends = items.indices.map { index in
      addCandidates(items, index, trustingIDs: trusted, home: home, to: &list)
      return list.count
    }
    return items.indices.map { list.distinct(($0 == 0 ? 0 : ends[$0 - 1])..<ends[$0]) }
  }

  private static func areIDsTrusted(_ items: UnsafeBufferPointer<Item>) -> Bool {
    var seen = HashCounter(capacity: items.count)
    for index in items.indices {
      if let id = meaningful(items[index].id) { seen.count(KeyHash.of(id)) }
    }
    return (items.count - seen.distinct) * 20 <= items.count
  }

  /// Every name of one item, without repeats.
  ///
  /// Takes the items and an index since a copy of an item costs thirty reference counts.
  private static func addCandidates(
    _ items: UnsafeBufferPointer<Item>, _ index: Int, trustingIDs: Bool, home: String?,
    to list: inout KeyList
  ) {
    list.beginItem()
    let id = meaningful(items[index].id)
    if trustingIDs, let id { list.add { $0.append("id:", id) } }
    let url = items[index].url ?? items[index].externalURL
    if let url { list.add { $0.append(address: url, unless: home) } }
    if let id, id != url, id.utf8.starts(with: "http".utf8) {
      list.add { $0.append(address: id, unless: home) }
    }
    let date = Item.date(items[index].published, items[index].updated, before: .max)
    list.add { $0.append(title: items[index].title, date: date?.claimed ?? "") }
    if list.isEmpty { list.add { $0.append("text:", String(items[index].plainText.prefix(200))) } }
  }

  /// nil for what publishing software writes where it has no id.
  private static func meaningful(_ id: String?) -> String? {
    guard let id else { return nil }
    return id.utf8.count <= 15 && nobody.contains(id.lowercased()) ? nil : id
  }

  private static let nobody: Set = [
    "n/a", "na", "null", "none", "nil", "nan", "undefined", "0", "-1", "-", "false", "true", "#",
    "[object object]",
  ]
}

extension TextBuffer {
  fileprivate mutating func append(_ kind: String, _ name: String) {
    append(kind)
    append(name)
  }

  /// Nothing when it is the address left out.
  fileprivate mutating func append(address: String, unless home: String?) {
    let start = count
    append("url:")
    let key = count
    AddressKey.append(address, to: &self)
    guard let home, count - key == home.utf8.count else { return }
    if bytes(from: key).elementsEqual(home.utf8) { truncate(to: start) }
  }

  /// Nothing when the title is empty.
  fileprivate mutating func append(title: TextConstruct?, date: String) {
    let start = count
    append("title:")
    let empty = count
    title?.appendPlainText(to: &self)
    if count == empty { return truncate(to: start) }
    append("@", date)
  }
}
