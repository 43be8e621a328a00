import FeedFetching
import FeedParsing

/// A web page that is searched for its feeds, and a `Link:` header; what they name is read as an address,
/// and no address is one of another scheme or changes when it is read again.
func fuzzPage(_ bytes: UnsafeBufferPointer<UInt8>) {
  guard let base = try? FeedURL("https://example.org/a/b?c") else { return }
  let text = String(decoding: bytes, as: UTF8.self)
  let types = [nil, "text/html; charset=gbk", "text/html; charset=utf-16"]
  var links = (["Link": text] as Headers).feedLinks + [FeedLink(url: text)]
  for type in types {
    let page = PageFeeds(Array(bytes), contentType: type)
    links += page.named.prefix(8) + page.hinted.prefix(8)
    links += page.base.map { [FeedLink(url: $0)] } ?? []
  }
  _ = FirstBytes.claimsFeed(Array(bytes))
  _ = SiteFeeds.page(ofAccount: text)
  for link in links {
    guard let url = try? FeedURL(link.url, relativeTo: base) else { continue }
    precondition(["http", "https"].contains(url.scheme), link.url)
    precondition((try? FeedURL(url.text))?.text == url.text, link.url)
    _ = SiteFeeds.feed(of: url)
    _ = SiteFeeds.usualPlaces(of: url)
  }
}
