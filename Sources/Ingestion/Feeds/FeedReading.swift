package import EventCoding
package import EventModel
package import FeedParsing

extension Feed {
  /// What tells this feed from all others: the address it states of itself, else its id, else its
  /// home page and title, else the name it was read under. No secret of an address is in it.
  package func identity(named name: String) -> String {
    Redaction.address(claimedIdentity(named: name))
  }

  private func claimedIdentity(named name: String) -> String {
    if let address = feedURL ?? id, !address.isEmpty { return address }
    let title = self.title?.plainText ?? ""
    if let home = url, !home.isEmpty { return title.isEmpty ? home : "\(home)#\(title)" }
    return title.isEmpty ? name : title
  }

  /// The items as the coder reads them, in the feed's order, each with its id or address.
  package func itemTexts(named name: String, now: Instant) -> [(id: String, text: ItemText)] {
    let observations = observations(
      of: identity(named: name), named: name, without: FeedSecrets(), now: now)
    return zip(items, observations).map { item, observation in
      (item.id ?? item.url ?? observation.key, observation.text(now: now))
    }
  }

  /// The items as observations, in the feed's order, without the secrets of its address: those given,
  /// and those in the address that it states of itself.
  ///
  /// - Parameter now: a date beyond the next year is not believed.
  func observations(
    of identity: String, named name: String, without secrets: FeedSecrets, now: Instant
  ) -> [ItemObservation] {
    let feedTitle = title?.plainText ?? name
    let stated = FeedSecrets(of: feedURL ?? "")
    let keys = ItemKeys.of(items, home: url)
    let end = now.day.endOfNextYear
    return zip(items, keys).map { item, keys in
      let summary = item.summary?.plainText ?? ""
      let content = item.content?.paragraphs ?? ""
      let date = item.date(before: end)
      let item = ItemObservation(
        feed: identity, feedTitle: feedTitle, key: keys[0], aliases: Array(keys.dropFirst()),
        url: (item.url ?? item.externalURL).flatMap { $0.isLink ? $0 : nil },
        title: item.plainTitle ?? "",
        summary: content.hasPrefix(summary) && !content.isEmpty ? "" : summary, content: content,
        language: item.language ?? language, claimed: date?.claimed,
        published: date?.instant.map(Instant.init(milliseconds:)))
      return item.without(secrets).without(stated)
    }
  }
}

extension CivilDay {
  /// Milliseconds since 1970 to the end of the year after this one.
  fileprivate var endOfNextYear: Int64 {
    Instant(CivilDay(year: components.year + 2, month: 1, day: 1)!).milliseconds
  }
}

extension String {
  /// Whether it is an address that a person may follow: `javascript:`, `data:` and the like are not.
  fileprivate var isLink: Bool {
    let parts = AddressParts(self)
    return parts.scheme == nil || parts.isOfWeb
  }
}
