import EventModel
import FeedFetching
import Foundation
import LoopbackServer
import Synchronization
import Testing

@Suite struct FetcherTests {
  let options = {
    var options = FetchOptions(userAgent: "annals-tests (+https://example.org)")
    options.addresses = .anywhere
    return options
  }()

  func run(
    _ urls: [String], _ options: FetchOptions, isInterrupted: () -> Bool = { false }
  ) throws -> [Int: FetchResult] {
    var results: [Int: FetchResult] = [:]
    let requests = try urls.map { FetchRequest(try FeedURL($0)) }
    try Fetcher(options, clock: { Behaviour.now }).run(requests, isInterrupted: isInterrupted) {
      #expect(results.updateValue($1, forKey: $0) == nil)
    }
    return results
  }

  /// A server, and how many it has served at once: it answers nobody until that many have come, nor before
  /// one more would have come.
  func crowd(of wanted: Int) throws -> (server: LoopbackServer, most: () -> Int) {
    final class Crowd: Sendable { let size = Mutex((now: 0, most: 0)) }
    let crowd = Crowd()
    let server = try LoopbackServer { _ in
      crowd.size.withLock {
        $0.now += 1
        $0.most = max($0.most, $0.now)
      }
      let end = ContinuousClock.now + .seconds(30)
      while crowd.size.withLock({ $0.most < wanted }), ContinuousClock.now < end { usleep(1000) }
      usleep(20_000)
      crowd.size.withLock { $0.now -= 1 }
      return .answer(text: Sample.text)
    }
    return (server, { crowd.size.withLock { $0.most } })
  }

  @Test func `one host gets at most two requests at a time`() throws {
    let (server, most) = try crowd(of: 2)
    let results = try run((0..<12).map { server.url("/\($0)") }, options)
    #expect(results.count == 12)
    #expect(most() == 2)
  }

  @Test func `all hosts together get no more than the jobs allow`() throws {
    let (server, most) = try crowd(of: 5)
    var options = options
    options.limits.jobs = 5
    options.connectTo = "::127.0.0.1:\(server.port)"
    let results = try run((0..<20).map { "http://host\($0).example/" }, options)
    #expect(results.count == 20)
    #expect(most() == 5)
  }

  @Test func `what waits for a host that is limited is not asked`() throws {
    let server = try LoopbackServer { _ in
      .answer("429 Too Many Requests", ["Retry-After: 60"])
    }
    let results = try run((0..<10).map { server.url("/\($0)") }, options)
    #expect(results.count == 10)
    let moment = Behaviour.now.advanced(bySeconds: 60)
    #expect(results.values.count { $0 == .heldBack(until: moment) } >= 7)
    #expect(server.requests.count <= 3)
  }

  @Test func `a feed that is in repair holds up no other of its host`() throws {
    let server = try LoopbackServer { request in
      request.target == "/0"
        ? .answer("503 Service Unavailable", ["Retry-After: 60"]) : .answer(text: Sample.text)
    }
    _ = try run((0..<10).map { server.url("/\($0)") }, options)
    #expect(server.requests.count == 10)
  }

  @Test func `a permission for one feed opens neither other hosts nor other feeds`() throws {
    let server = try LoopbackServer { request in
      request.target == "/away"
        ? .answer("302 Found", ["Location: http://localhost:\(request.port)/feed"])
        : .answer(text: Sample.text)
    }
    var options = options
    options.addresses = .publicOnly
    func request(_ target: String, _ allowsPrivate: Bool) throws -> FetchRequest {
      FetchRequest(try FeedURL(server.url(target)), allowsPrivate: allowsPrivate)
    }
    var results: [FetchResult?] = [nil, nil, nil]
    // The second could use the connection that the first has opened.
    try Fetcher(options, clock: { Behaviour.now }).run([
      request("/feed", true), request("/feed", false), request("/away", true),
    ]) { results[$0] = $1 }
    guard case .response(let response)? = results[0] else {
      Issue.record("\(String(describing: results[0]))")
      return
    }
    #expect(response.isPrivate)
    #expect(results[1] == .refused(.address(host: "127.0.0.1", kind: "loopback")))
    #expect(results[2] == .refused(.address(host: "localhost", kind: "loopback")))
  }

  @Test func `an interrupt ends the run and drops what is on its way`() throws {
    let server = try LoopbackServer { _ in [.silence] }
    var polls = 0
    let results = try run([server.url("/")], options) {
      polls += 1
      return polls > 2
    }
    #expect(results.isEmpty)
  }

  @Test func `a request says who asks, what for, and under which condition`() throws {
    let server = try LoopbackServer { _ in .answer("304 Not Modified") }
    let validators = Validators(etag: "\"x\"", lastModified: "y", obtained: Behaviour.now)
    let request = FetchRequest(
      try FeedURL(server.url("/feed")), validators: validators, headers: ["X-Key: k"])
    try Fetcher(options, clock: { Behaviour.now }).run([request]) { _, _ in }
    let headers = try #require(server.requests.first).headers
    #expect(headers["user-agent"] == "annals-tests (+https://example.org)")
    #expect(headers["if-none-match"] == "\"x\"")
    #expect(headers["if-modified-since"] == "y")
    #expect(headers["x-key"] == "k")
    #expect(headers["accept-encoding"].map { $0.contains("gzip") && $0.contains("br") } == true)
    #expect(headers["accept"]?.contains("application/rss+xml") == true)
  }

  @Test func `redirects are told in order, and which of them are for good`() throws {
    let server = try LoopbackServer { request in
      switch request.target {
      case "/a": .answer("301 Moved Permanently", ["Location: /b"])
      case "/b": .answer("308 Permanent Redirect", ["Location: /c"])
      case "/c": .answer("302 Found", ["Location: /d"])
      default: .answer(text: Sample.text)
      }
    }
    guard case .response(let response)? = try run([server.url("/a")], options)[0] else {
      Issue.record("no answer")
      return
    }
    #expect(response.redirects.map(\.status) == [301, 308, 302])
    #expect(response.url == server.url("/d"))
    #expect(response.permanentURL == server.url("/c"))
  }

  @Test func `a proxy of the environment is asked instead, but not for exceptions`() throws {
    let proxy = try LoopbackServer { _ in .answer(text: Sample.text) }
    var options = options
    options.addresses = .publicOnly
    options.proxies = Proxies(environment: [
      "http_proxy": proxy.url(""), "no_proxy": "direct.example, .local.example",
    ])
    let results = try run(["http://feeds.example/a"], options)
    #expect(proxy.requests.map(\.target) == ["http://feeds.example/a"])
    #expect(results.count == 1)
    #expect(options.proxies.proxy(for: try FeedURL("http://a.direct.example/")) == nil)
    #expect(options.proxies.proxy(for: try FeedURL("http://local.example/")) == nil)
    #expect(options.proxies.proxy(for: try FeedURL("https://feeds.example/")) == nil)
    #expect(options.proxies.proxy(for: try FeedURL("http://indirect.example/")) != nil)
  }

  @Test(arguments: [
    ("example.org/feed", "https://example.org/feed"),
    ("feed://example.org/a", "https://example.org/a"),
    ("feed:http://example.org/a", "http://example.org/a"),
    ("HTTP://Example.ORG/A#b", "http://example.org/A"),
    ("https://例え.jp/", "https://xn--r8jz45g.jp/"),
    (" \u{FEFF}https://a.example/feed\u{200B} \n", "https://a.example/feed"),
    ("https://a.example/\n\tfeed", "https://a.example/feed"),
    ("https://a.example:443/feed", "https://a.example/feed"),
    ("http://a.example:80", "http://a.example/"),
    ("https://a.example:80/feed", "https://a.example:80/feed"),
    ("https://a.example", "https://a.example/"),
    ("https://a.example?x=1", "https://a.example/?x=1"),
    ("feed:https://a.example/feed", "https://a.example/feed"),
    ("feed://https//a.example/feed", "https://a.example/feed"),
    ("FEED://a.example/feed", "https://a.example/feed"),
    ("rss://a.example/feed", "https://a.example/feed"),
    ("localhost/feed", "https://localhost/feed"), ("nas:8080/feed", "https://nas:8080/feed"),
    ("http://nas/feed", "http://nas/feed"),
    ("https://a.example/b/../%e6%96%b0", "https://a.example/%E6%96%B0"),
  ])
  func `addresses are read as people type them`(typed: String, url: String) throws {
    #expect(try FeedURL(typed).text == url)
  }

  @Test func `a password is not shown`() throws {
    let url = try FeedURL("https://me:secret@example.org/feed")
    #expect(url.text == "https://me:secret@example.org/feed")
    #expect(url.shown == "https://example.org/feed")
  }

  @Test(arguments: [
    ("feed.xml", "http://a.example/b/feed.xml"), ("./feed.xml", "http://a.example/b/feed.xml"),
    ("../feed", "http://a.example/feed"), ("/feed", "http://a.example/feed"),
    ("?feed=rss2", "http://a.example/b/c?feed=rss2"), ("//b.example/f", "http://b.example/f"),
    ("feed://b.example/f", "http://b.example/f"),
    ("新闻/feed", "http://a.example/b/%E6%96%B0%E9%97%BB/feed"),
    (" /a b\n", "http://a.example/a%20b"), ("none", "http://a.example/b/none"),
  ])
  func `what a page names is relative to it`(link: String, url: String) throws {
    let page = try FeedURL("http://a.example/b/c?x=y")
    #expect(try FeedURL(link, relativeTo: page).text == url)
  }

  @Test(arguments: [
    "none", "n/a", "-", "", "http://", "file:///etc/passwd", "javascript:alert(1)", "http://a b/",
  ])
  func `what is no web address is refused`(typed: String) {
    #expect(throws: Refusal.self) { try FeedURL(typed) }
  }
}
