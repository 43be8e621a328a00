import LoopbackServer
import Testing

@Suite struct FetchTests: FollowingSuite {
  let person = Person()
  let site = Site.ofTwoItems
  let server: LoopbackServer

  init() throws { server = try site.serve() }

  @Test func `what a feed brings is appended once`() throws {
    follow()
    #expect(fetch() == "Sample: 2 new\n")
    let head = try person.head
    // Two items, and that the feed was read to its end today.
    #expect(head == 3)
    #expect(fetch() == "Sample: unchanged\n")
    #expect(try person.head == 3)
    site["/feed"] = .answer(text: Site.feed(["one", "two", "three"]))
    #expect(fetch() == "Sample: 1 new\n")
    site["/feed"] = .answer(text: Site.feed(["three"]) + "<!-- rolled -->")
    #expect(fetch() == "Sample: unchanged\n")
    #expect(try person.head == 4)
    person.wait(hours: 24)
    #expect(fetch() == "Sample: unchanged\n")
    #expect(try person.head == 5)
  }

  @Test func `a server that can tell is asked for changes alone`() throws {
    site["/feed"] = .answer("200 OK", ["ETag: \"1\""], text: Site.feed(["one"]))
    follow()
    #expect(fetch() == "Sample: 1 new\n")
    site["/feed"] = .answer("304 Not Modified")
    #expect(fetch() == "Sample: not modified\n")
    #expect(server.requests.last?.headers["if-none-match"] == "\"1\"")
    person.wait(hours: 8 * 24)
    _ = fetch()
    #expect(server.requests.last?.headers["if-none-match"] == nil)
  }

  @Test func `a feed is asked when it is due, or when it is named`() throws {
    follow()
    #expect(person.run("fetch", "--dry-run").output == "Sample\n")
    #expect(fetch() == "Sample: 2 new\n")
    let asked = server.requests.count
    #expect(person.run("fetch", "--allow-private").error == "no feed is due\n")
    #expect(server.requests.count == asked)
    #expect(person.run("fetch", "sample", "--allow-private").output == "Sample: unchanged\n")
    person.wait(hours: 25)
    #expect(person.run("fetch", "--allow-private").output == "Sample: unchanged\n")
  }

  @Test func `a permanent redirect is remembered when it repeats, and items stay the same`() throws
  {
    follow()
    #expect(fetch() == "Sample: 2 new\n")
    site["/new"] = site["/feed"]
    site["/feed"] = .answer("301 Moved Permanently", ["Location: /new"])
    #expect(fetch() == "Sample: unchanged\n")
    #expect(fetch() == "Sample: moved to \(server.url("/new"))\n")
    site["/feed"] = .answer("404 Not Found")
    #expect(fetch() == "Sample: unchanged\n")
    #expect(try person.head == 3)
  }

  @Test func `a feed stays the same feed, whatever it calls itself`() throws {
    func claiming(_ address: String) -> [Step] {
      let link =
        "<atom:link xmlns:atom='http://www.w3.org/2005/Atom' rel='self' href='\(address)'/>"
      return .answer(text: Site.feed(["one"], extra: link))
    }
    site["/feed"] = claiming("http://a.example/")
    follow()
    #expect(fetch() == "Sample: 1 new\n")
    site["/feed"] = claiming("http://b.example/")
    #expect(fetch() == "Sample: unchanged\n")
    site["/other"] = claiming("http://a.example/")
    follow("/other")
    #expect(fetch() == "Sample: 1 new\nSample: unchanged\n")
  }

  @Test func `a feed that is gone is never asked again`() throws {
    follow()
    site["/feed"] = .answer("410 Gone")
    #expect(fetch() == "Sample: gone for good (HTTP 410)\n")
    #expect(fetch() == "")
    let check = person.run("feed", "check")
    #expect(check.code == 1)
    #expect(check.output.contains("gone for good (HTTP 410)"))
  }

  @Test func `a host that asks to wait is left alone, with all its feeds, by the next run too`() {
    site["/b"] = .answer(text: Site.feed(["b"], title: "B"))
    follow()
    follow("/b")
    site["/feed"] = .answer("429 Too Many Requests", ["Retry-After: 7200"])
    _ = person.run("fetch", "sample", "--allow-private")
    let asked = server.requests.count
    let wait = "the host wants no request before 2026-11-23T14:00:00Z"
    #expect(fetch() == "B: \(wait)\nSample: \(wait)\n")
    #expect(server.requests.count == asked)
    person.wait(hours: 2)
    #expect(person.run("fetch", "b", "--allow-private").output == "B: 1 new\n")
  }

  @Test func `what fails is named with the reason, and the rest is ingested`() throws {
    site["/broken"] = .answer(text: Site.feed([], title: "Broken"))
    site["/page"] = .answer(text: Site.feed([], title: "Page"))
    for target in ["/feed", "/broken", "/page"] { follow(target) }
    site["/broken"] = .answer(text: "<feeed>nonsense</feeed>")
    site["/page"] = .answer(text: "<!DOCTYPE html><html></html>")
    person.wait(hours: 1)
    let run = person.run("fetch", "--all", "--allow-private")
    #expect(run.code == 2)
    #expect(run.output.contains("Sample: 2 new\n"))
    #expect(run.output.contains("Broken: failed: "))
    #expect(run.output.contains("Page: refused: it is a web page, not a feed"))
    let check = person.run("feed", "check", "-O", "json")
    #expect(check.code == 1)
    #expect(check.output.contains("\"health\":\"failing\""))
    #expect(person.run("fetch", "broken", "page", "--allow-private").code == 69)
  }

  @Test func `a wrong charset costs no letters`() throws {
    let gbk: [UInt8] = [0xD6, 0xD0, 0xCE, 0xC4]
    let start = "<?xml version=\"1.0\" encoding=\"gb2312\"?><rss version=\"2.0\"><channel><title>"
    let end = "</title><item><guid>1</guid><title>x</title></item></channel></rss>"
    site["/feed"] = .answer(
      "200 OK", ["Content-Type: text/xml; charset=utf-8"],
      body: Array(start.utf8) + gbk + Array(end.utf8))
    follow()
    #expect(fetch() == "中文: 1 new\n")
  }

  @Test func `a private address is refused until it is allowed, which is no failure`() throws {
    let list = "<opml><body><outline text='Sample' xmlUrl='\(server.url("/feed"))'/></body></opml>"
    person.typed = { Array(list.utf8) }
    person.run("feed", "import", "-")
    let run = person.run("fetch")
    #expect(run.code == 0)
    #expect(
      run.output == "Sample: refused: 127.0.0.1 is a loopback address; "
        + "--allow-private fetches from it all the same\n")
    #expect(run.error == "polled 0 feeds: nothing new; 1 refused\n")
    #expect(server.requests.isEmpty)
    let check = person.run("feed", "check", "-O", "json")
    #expect(check.code == 0)
    #expect(check.output.contains("\"health\":\"refused\""))
    #expect(person.run("fetch", "sample", "--allow-private").output == "Sample: 2 new\n")
    #expect(person.run("fetch", "sample").output == "Sample: unchanged\n")
  }

  @Test func `a permission given when a feed is added is remembered`() throws {
    follow()
    #expect(person.run("fetch").output == "Sample: 2 new\n")
    site["/feed"] = .answer("302 Found", ["Location: http://localhost:\(server.port)/feed"])
    #expect(person.run("fetch", "sample").output.contains("localhost is a loopback address"))
  }

  @Test func `a host that asks for long is asked again after a day by who names the feed`() {
    follow()
    site["/feed"] = .answer("429 Too Many Requests", ["Retry-After: 604800"])
    _ = person.run("fetch", "sample")
    site["/feed"] = .answer(text: Site.feed(["one"]))
    let asked = server.requests.count
    person.wait(hours: 24)
    #expect(person.run("fetch", "sample").output.contains("before 2026-11-30T12:00:00Z"))
    person.wait(hours: 1)
    #expect(person.run("fetch", "--all").output.contains("before 2026-11-30T12:00:00Z"))
    #expect(server.requests.count == asked)
    #expect(person.run("fetch", "sample").output == "Sample: 1 new\n")
  }

  @Test func `a feed in repair waits alone, and 429 without a time is never asked sooner`() {
    site["/b"] = .answer(text: Site.feed(["b"], title: "B"))
    follow()
    follow("/b")
    site["/feed"] = .answer("503 Service Unavailable", ["Retry-After: 7200"])
    let wait = "the host wants no request before 2026-11-23T15:00:00Z"
    #expect(fetch() == "B: 1 new\nSample: \(wait)\n")
    #expect(fetch() == "B: unchanged\nSample: \(wait)\n")
    site["/feed"] = .answer("429 Too Many Requests", ["Retry-After: 0"])
    person.wait(hours: 2)
    #expect(person.run("fetch", "sample").output.hasSuffix("before 2026-11-23T17:00:00Z\n"))
    #expect(person.run("fetch", "--dry-run").output == "B\n")
  }

  @Test func `a 304 renews what the next request tells`() {
    site["/feed"] = .answer("200 OK", ["ETag: \"1\""], text: Site.feed(["one"]))
    follow()
    #expect(fetch() == "Sample: 1 new\n")
    for tag in ["2", "3"] {
      site["/feed"] = .answer("304 Not Modified", ["ETag: \"\(tag)\""])
      #expect(fetch() == "Sample: not modified\n")
    }
    _ = fetch()
    #expect(server.requests.last?.headers["if-none-match"] == "\"3\"")
  }

  @Test func `what is new is named, what fails again is summed up in one line`() {
    let news = ["OpenAI launches GPT-9", "Rain tomorrow", "Nvidia releases H900 chip"]
    site["/feed"] = .answer(text: Site.feed(news))
    for target in ["/a", "/b", "/c"] { site[target] = .answer(text: Site.feed([], title: target)) }
    for target in ["/feed", "/a", "/b", "/c"] { follow(target) }
    for target in ["/a", "/b"] { site[target] = .answer("403 Forbidden") }
    person.wait(hours: 1)
    let forbidden = "failed: HTTP 403: the server forbids it; it may refuse all programs\n"
    let first = person.run("fetch", "--all").output
    #expect(
      first.contains("Sample: 3 new\n  Nvidia releases H900 chip\n  OpenAI launches GPT-9\n")
        || first.contains("Sample: 3 new\n  OpenAI launches GPT-9\n  Nvidia releases H900 chip\n"))
    #expect(first.hasSuffix("/a, /b: " + forbidden) || first.hasSuffix("/b, /a: " + forbidden))
    site["/c"] = .answer("404 Not Found")
    let second = person.run("fetch", "--all").output.split(separator: "\n")
    #expect(second.dropFirst().first == "/c: failed: HTTP 404: there is no such page")
    #expect(second.last?.hasPrefix("failed as before: /") == true)
    #expect(second.count == 3)
    #expect(person.run("fetch", "/a").output == "/a: " + forbidden)
  }

  @Test func `hosts that are not there are summed up, whatever they are called`() {
    let list = (1...7).map { "<outline text='\($0)' xmlUrl='http://nowhere\($0).invalid/'/>" }
    person.typed = { Array("<opml><body>\(list.joined())</body></opml>".utf8) }
    person.run("feed", "import", "-")
    let run = person.run("fetch")
    #expect(run.code == 69)
    #expect(
      run.output.hasSuffix(" and 2 more: failed: there is no host …, or DNS does not answer\n"))
    #expect(run.output.split(separator: "\n").count == 1)
  }

  @Test func `hostile titles do not reach the terminal`() throws {
    site["/feed"] = .answer(text: Site.feed(["one"], title: "A&#x9b;31m&#x202e;B"))
    follow()
    #expect(fetch() == "A›31mB: 1 new\n")
  }
}
