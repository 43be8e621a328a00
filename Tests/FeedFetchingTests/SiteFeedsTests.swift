import FeedFetching
import Testing

@Suite struct SiteFeedsTests {
  @Test(arguments: [
    (
      "https://www.youtube.com/channel/UC123/videos?view=0",
      "youtube.com/feeds/videos.xml?channel_id=UC123"
    ),
    ("youtube.com/playlist?list=PL9&index=2", "youtube.com/feeds/videos.xml?playlist_id=PL9"),
    ("https://m.youtube.com/user/someone", "youtube.com/feeds/videos.xml?user=someone"),
    ("https://github.com/acme/tool", "github.com/acme/tool/releases.atom"),
    ("https://github.com/acme/tool/releases?page=2", "github.com/acme/tool/releases.atom"),
    ("https://github.com/acme/tool/issues", "github.com/acme/tool/releases.atom"),
    ("https://github.com/acme/tool/tags", "github.com/acme/tool/tags.atom"),
    ("https://github.com/acme/tool/commits/main", "github.com/acme/tool/commits/main.atom"),
    ("https://github.com/acme", "github.com/acme.atom"),
    ("https://old.reddit.com/r/swift/top/", "reddit.com/r/swift/.rss"),
    ("https://www.reddit.com/u/someone", "reddit.com/user/someone/.rss"),
    ("https://news.substack.com", "news.substack.com/feed"),
    ("https://substack.com/@someone", "someone.substack.com/feed"),
    ("https://medium.com/@someone/a-post", "medium.com/feed/@someone"),
    ("https://acme.wordpress.com/", "acme.wordpress.com/feed/"),
    ("https://acme.blogspot.com", "acme.blogspot.com/feeds/posts/default"),
    ("https://bsky.app/profile/a.example", "bsky.app/profile/a.example/rss"),
  ])
  func `a page of a well-known site leads to its feed`(page: String, feed: String) throws {
    let found = try #require(SiteFeeds.feed(of: FeedURL(page)))
    #expect(found.replacing("https://", with: "").replacing("www.", with: "") == feed)
  }

  @Test(arguments: [
    "https://a.example/channel/UC123", "https://www.youtube.com/@handle",
    "https://www.youtube.com/feeds/videos.xml?channel_id=UC123",
    "https://github.com/acme/tool/commits/main.atom", "https://github.com/",
    "https://github.com/acme.private.atom?token=x",
    "https://www.reddit.com/r/swift/top/.rss?t=week",
    "https://news.substack.com/p/a-post", "https://acme.wordpress.com/category/x/",
    "https://acme.wordpress.com/feed/", "https://substack.com/", "https://notgithub.com/a/b",
  ])
  func `any other page, and a feed, leads nowhere`(page: String) throws {
    #expect(try SiteFeeds.feed(of: FeedURL(page)) == nil)
  }

  @Test func `an account of the Fediverse is a page`() {
    #expect(SiteFeeds.page(ofAccount: "@ann@social.example") == "https://social.example/@ann")
    for other in [
      "ann@social.example", "@ann", "@@social.example", "@ann@x", "https://a.example/@b",
    ] {
      #expect(SiteFeeds.page(ofAccount: other) == nil)
    }
  }

  @Test func `a site that names no feed is searched below the page, beside it and at its root`()
    throws
  {
    func places(_ page: String) throws -> [String] {
      try SiteFeeds.usualPlaces(of: FeedURL(page)).map(\.text)
    }
    let blog = try places("https://a.example/blog/post?x=1")
    for place in ["/feed.xml", "/blog/feed.xml", "/blog/post/feed.xml"] {
      #expect(blog.contains("https://a.example" + place))
    }
    #expect(try places("https://a.example/").count == Set(try places("https://a.example")).count)
    #expect(try places("https://a.example/@ann").first == "https://a.example/@ann.rss")
  }
}
