import EventModel
import FeedParsing

/// When an item that a feed serves under an alias is the one that the log knows by it.
extension ItemObservation {
  /// Under another id it takes two of address, title and date; without ids the address or the title
  /// is enough, unless the others say that the page bears something else now.
  ///
  /// - Parameter addressesTell: whether the feed's addresses tell its items apart, so that an address
  ///   alone is enough.
  func continues(_ former: ItemObservation, addressesTell: Bool) -> Bool {
    let address = isAtAddress(of: former)
    if address == true, addressesTell { return true }
    let title = self.title.isEmpty || former.title.isEmpty ? nil : self.title == former.title
    let date = published.flatMap { date in former.published.map { date == $0 } }
    let answers = [isAtExactAddress(of: former) ?? address, title, date]
    let agreeing = answers.count { $0 == true }
    if agreeing >= 2 || agreeing == 0 { return agreeing >= 2 }
    if let id, let other = former.id, !isSpelling(id, of: other) { return false }
    let contradicting = answers.count { $0 == false }
    return contradicting < (answers[0] == true ? 2 : 1)
  }

  /// Every name under which the item may come back, the surest first.
  var names: [String] { [key] + aliases }

  private var addresses: [String] { names.filter { $0.hasPrefix("url:") } }

  /// nil where the ids of the feed are not trusted.
  private var id: String? { names.first { $0.hasPrefix("id:") }.map { String($0.dropFirst(3)) } }

  /// nil where one of them has no address of its own.
  private func isAtAddress(of former: ItemObservation) -> Bool? {
    if addresses.isEmpty || former.addresses.isEmpty { return nil }
    return !Set(addresses).isDisjoint(with: former.addresses)
  }

  /// false where only a fragment or the like tells the addresses apart; else nil.
  private func isAtExactAddress(of former: ItemObservation) -> Bool? {
    guard let url, let other = former.url, AddressKey.of(url) == AddressKey.of(other) else {
      return nil
    }
    return AddressKey.exact(url) == AddressKey.exact(other) ? nil : false
  }

  /// Whether two ids are one address, written with another scheme or slash.
  private func isSpelling(_ id: String, of other: String) -> Bool {
    id.hasPrefix("http") && AddressKey.exact(id) == AddressKey.exact(other)
  }
}

extension [ItemObservation] {
  /// Whether addresses tell the items apart: there are many, and nearly each has its own.
  var addressesTell: Bool {
    let own = self.count { item in item.names.contains { $0.hasPrefix("url:") } }
    return count >= 10 && (count - own) * 20 <= count
  }
}
