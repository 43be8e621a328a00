import Foundation
import LoopbackServer
import Testing

/// `feed add` at addresses of pages.
@Suite struct DiscoveryTests {
  let person = Person()
  let site = Site(["/wire": .answer(text: Site.feed(["one"], title: "Wire"))])
  let server: LoopbackServer

  init() throws { server = try site.serve() }

  /// A page with this in its head.
  private func page(_ head: String, at target: String = "/page") {
    site[target] = .answer(
      "200 OK", ["Content-Type: text/html; charset=utf-8"],
      text: "<html><head>\(head)</head></html>")
  }

  private func link(_ href: String, _ title: String? = nil, type: String = "rss+xml") -> String {
    "<link rel=\"alternate\" type=\"application/\(type)\" href=\"\(href)\""
      + (title.map { " title=\"\($0)\"" } ?? "") + ">"
  }

  private func add(_ words: String...) -> (code: Int32, output: String, error: String) {
    person.run(["feed", "add", "--allow-private"] + words)
  }

  private var following: String { "following Wire: \(server.url("/wire"))\n" }

  @Test func `a page that names one feed is followed to it, under the feed's own title`() {
    page(link("/wire", "RSS 2.0"))
    #expect(add(server.url("/page")).error == following)
  }

  @Test(arguments: ["feed://127.0.0.1:PORT/wire", "feed:http://127.0.0.1:PORT/wire", " /wire\n"])
  func `schemes that only say that it is a feed, and blanks, are passed over`(href: String) {
    page(link(href.replacing("PORT", with: "\(server.port)")))
    #expect(add(server.url("/page")).error == following)
    let typed =
      href.hasPrefix("feed")
      ? href.replacing("PORT", with: "\(server.port)") : " \(server.url("/wire")) "
    #expect(add(typed).error == "Wire is followed already\n")
  }

  @Test(arguments: [
    "android-app://x/y", "javascript:void(0)", "http://", "http://a b/", "ftp://a.example/feed",
    "data:text/xml,x", "mailto:a@a.example", "http://[::1", "ios-app://1/x",
  ])
  func `a page whose links cannot be followed is said to be so, with the reason`(href: String) {
    page(link(href))
    let run = add(server.url("/page"))
    #expect(run.code == 1)
    #expect(run.error.contains("is no feed, and the page names none that can be followed\n  "))
    page(link(href) + link("/wire"))
    let other = add(server.url("/page"))
    #expect(other.code == 0)
    #expect(other.error.hasPrefix(following + "left out: "))
  }

  @Test func `what is followed has been fetched and is a feed`() {
    page(link("/gone"))
    let gone = add(server.url("/page"))
    #expect(gone.code == 69)
    #expect(gone.error.contains("\(server.url("/gone")): failed: HTTP 404: there is no such page"))
    page(link("http://127.0.0.1:9/"))
    #expect(add(server.url("/page")).code == 69)
    page("", at: "/other")
    page(link("/other"))
    let other = add(server.url("/page"))
    #expect(other.code == 1)
    #expect(other.error.contains("\(server.url("/other")): it is no feed"))
    page(link("/gone") + link("/wire"))
    #expect(add(server.url("/page")).error.hasPrefix(following))
    #expect(person.run("feed", "list").output.split(separator: "\n").count == 2)
  }

  @Test func `addresses are relative to the base that a page names`() {
    site["/sub/feed.xml"] = site["/wire"]
    page("<base href=\"/sub/\">" + link("feed.xml"))
    #expect(add(server.url("/page")).error == "following Wire: \(server.url("/sub/feed.xml"))\n")
  }

  @Test func `a feed is named by a header, by its relation, or as JSON`() {
    site["/a"] = .answer(
      "200 OK", ["Content-Type: text/html", "Link: <wire>; rel=alternate; type=\"text/xml\""],
      text: "<html><base href='/nowhere/'></html>")
    #expect(add(server.url("/a")).error == following)
    page("<link rel=\"feed\" href=\"/wire\">")
    #expect(add(server.url("/page")).error == "Wire is followed already\n")
    site["/j.json"] = .answer(
      text: "{\"version\":\"https://jsonfeed.org/version/1\",\"title\":\"J\",\"items\":[]}")
    page(link("/j.json", type: "json"))
    #expect(add(server.url("/page")).error == "following J: \(server.url("/j.json"))\n")
  }

  @Test func `the same feed twice is one`() {
    site["/slash/"] = site["/wire"]
    site["/slash"] = .answer("301 Moved Permanently", ["Location: /slash/"])
    site["/wire.atom"] = .answer(
      text: "<feed xmlns='http://www.w3.org/2005/Atom'><title>Wire (Atom)</title><entry><id>1</id>"
        + "<title>one</title><link href='http://example.org/one'/></entry></feed>")
    for head in [
      link("/wire") + link(server.url("/wire#x")), link("/slash") + link("/slash/"),
      link("/wire", "RSS") + link("/wire.atom", "Atom", type: "atom+xml"),
    ] {
      page(head)
      #expect(add(server.url("/page")).code == 0, "\(head)")
    }
  }

  @Test func `feeds of comments are left out where there are others`() {
    site["/comments/feed/"] = .answer(text: Site.feed(["c"], title: "Comments for Wire"))
    page(link("/wire", "Wire » Feed") + link("/comments/feed/", "Wire » Comments Feed"))
    #expect(add(server.url("/page")).error == following)
    page(link("/comments/feed/"))
    #expect(add(server.url("/page")).error.contains("Comments for Wire"))
  }

  @Test func `several feeds are told by the names that the page has for them, in its encoding`() {
    site["/b"] = .answer(text: Site.feed(["two"], title: "Wire"))
    let titles: [[UInt8]] = [[0xD0, 0xC2, 0xCE, 0xC5], [0xBF, 0xC6, 0xBC, 0xBC]]
    site["/page"] = .answer(
      "200 OK", ["Content-Type: text/html"],
      body: Array("<html><meta charset=\"gbk\">".utf8)
        + zip(["/wire", "/b"], titles).flatMap { href, title in
          Array("<link rel=alternate type=application/rss+xml href=\(href) title='".utf8) + title
            + Array("'>".utf8)
        })
    let run = add(server.url("/page"))
    #expect(run.code == 1)
    #expect(run.error.contains("  1  新闻: \(server.url("/wire"))\n  2  科技: \(server.url("/b"))\n"))
    #expect(
      add(server.url("/page"), "--pick", "2").error == "following 科技: \(server.url("/b"))\n")
  }

  @Test func `a page that names none is searched for links and the usual places`() {
    page("<a href=\"news/index.xml\">RSS</a>", at: "/blog/")
    site["/blog/news/index.xml"] = site["/wire"]
    #expect(
      add(server.url("/blog/")).error == "following Wire: \(server.url("/blog/news/index.xml"))\n")
    page("", at: "/log/")
    site["/log/feed.xml"] = .answer(text: Site.feed(["l"], title: "Log"))
    #expect(add(server.url("/log/")).error == "following Log: \(server.url("/log/feed.xml"))\n")
    page("", at: "/@ann")
    site["/@ann.rss"] = .answer(text: Site.feed(["a"], title: "Ann"))
    #expect(add(server.url("/@ann")).error == "following Ann: \(server.url("/@ann.rss"))\n")
    page("")
    let none = add(server.url("/page"))
    #expect(none.code == 1)
    #expect(none.error.contains("is no feed, and the page names none\n"))
  }

  @Test func `a well-known site is asked where it keeps its feeds`() {
    site["/acme/tool/releases.atom"] = .answer(text: Site.feed(["r"], title: "Releases"))
    let route = ["--connect-to", "::127.0.0.1:\(server.port)"]
    func add(_ url: String) -> String {
      person.run(["feed", "add", "--allow-private", url] + route).error
    }
    #expect(
      add("http://github.com/acme/tool").contains("github.com/acme/tool"))
    page("", at: "/r/swift")
    #expect(add("http://reddit.example/r/swift").contains("names none"))
  }

  @Test func `a name without a scheme is asked by http where nobody speaks https`() {
    let run = add("127.0.0.1:\(server.port)/wire")
    #expect(run.error == following)
    #expect(add("127.0.0.1:9/").code == 69)
  }

  @Test func `headers are for the origin that was typed alone`() throws {
    let other = try Site(["/feed": .answer(text: Site.feed(["o"], title: "Other"))]).serve()
    page(link(other.url("/feed")))
    #expect(add(server.url("/page"), "--header", "X-Key: k").code == 0)
    #expect(server.requests.last?.headers["x-key"] == "k")
    #expect(other.requests.map { $0.headers["x-key"] } == [nil])
    person.run("fetch", "--allow-private")
    #expect(other.requests.map { $0.headers["x-key"] } == [nil, nil])
  }
}
