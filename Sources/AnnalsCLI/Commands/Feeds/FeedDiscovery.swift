import EventModel
import FeedFetching
import FeedParsing

/// Finds the feeds behind an address: the feed itself, those that a page names, or those at the usual
/// places. What it finds has been fetched and is a feed.
struct FeedDiscovery {
  let options: FetchOptions
  let headers: [String]
  let surroundings: Surroundings

  /// So many of the feeds that a page names are looked at, and so many of its links for people.
  private static let (mostNamed, mostHinted) = (20, 8)

  /// At least one feed, and what is wrong with others that the page names.
  func feeds(at typed: String) throws -> (feeds: [FoundFeed], faults: [String]) {
    let asked: FeedURL
    do { asked = try FeedURL(SiteFeeds.page(ofAccount: typed) ?? typed) } catch {
      throw Failure(.network, "\(Redaction.typed(typed)): \(error)")
    }
    let probe = FeedProbe(
      options: options, headers: headers, asked: asked, surroundings: surroundings)
    if let known = SiteFeeds.feed(of: asked),
      let feed = try probe.look(at: [FeedLink(url: known)], from: asked, most: 1).feeds.first
    {
      return ([feed], [])
    }
    let isSchemeTyped = typed.lowercased().contains("https")
    let (page, answering) = try page(probe, canBePlain: !isSchemeTyped)
    if let feed = FoundFeed(page, at: answering, asked: asked, label: nil) { return ([feed], []) }
    // With the password that was typed, where it is still the same host.
    let base = try FeedURL(page.redirects.last?.url ?? answering.text)
    let reading = PageFeeds(page.body, contentType: page.headers["content-type"])
    let root = reading.base.flatMap { try? FeedURL($0, relativeTo: base) } ?? base
    let header = page.headers.feedLinks.map { link in
      FeedLink(
        url: (try? FeedURL(link.url, relativeTo: base).text) ?? link.url, title: link.title)
    }
    let named = try probe.look(
      at: header + reading.named, from: root, most: FeedDiscovery.mostNamed)
    if !named.feeds.isEmpty { return (named.feeds.distinct, named.faults) }
    let hinted = reading.hinted.prefix(FeedDiscovery.mostHinted)
    let places = SiteFeeds.usualPlaces(of: base).map { FeedLink(url: $0.text) }
    let guessed = try probe.look(at: hinted + places, from: root, most: hinted.count + places.count)
    if let feed = guessed.feeds.first { return ([feed], named.faults) }
    throw Failure(
      named.isUnreachable ? .network : .no,
      "\(Redaction.typed(typed)) is no feed, and the page names "
        + (named.faults.isEmpty ? "none" : "none that can be followed"),
      details: named.faults, hint: "look for a link called RSS, Atom or feed on the site")
  }

  /// What answers at the address. A name that was typed without a scheme is asked by https, and where
  /// nobody speaks that, by http.
  private func page(
    _ probe: FeedProbe, canBePlain: Bool
  ) throws -> (page: Response, url: FeedURL) {
    func ask(_ url: FeedURL) throws -> (Response, FeedURL) {
      (try probe.ask([url]) { page, _ in page }[0].get(), url)
    }
    do { return try ask(probe.asked) } catch let failure as FeedProbe.Unanswered {
      if canBePlain, failure.isConnection, probe.asked.scheme == "https",
        let plain = try? FeedURL("http" + probe.asked.text.dropFirst("https".count)),
        let answer = try? ask(plain)
      {
        return answer
      }
      throw Failure(.network, "\(probe.asked.shown): \(failure.reason)")
    }
  }
}
