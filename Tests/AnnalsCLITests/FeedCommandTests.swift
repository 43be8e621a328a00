import Foundation
import LoopbackServer
import Testing

@Suite struct FeedCommandTests {
  let person = Person()

  static let subscriptions = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Feeds/subscriptions.opml").path

  @Test func `a subscription list is imported, listed and exported without loss`() throws {
    #expect(person.run("feed", "import", Self.subscriptions).error == "following 65 feeds more\n")
    #expect(
      person.run("feed", "import", Self.subscriptions).error
        == "following 0 feeds more; 65 were known\n")
    let list = person.run("feed", "list").output
    #expect(list.split(separator: "\n").count == 66)
    let export = person.folder.appending(path: "export.opml").path
    #expect(person.run("feed", "export", "-o", export).code == 0)
    let other = Person()
    #expect(other.run("feed", "import", export).error == "following 65 feeds more\n")
    #expect(other.run("feed", "list").output == list)
  }

  @Test func `the feeds of a page are found`() throws {
    let site = Site([
      "/": .answer(
        text: """
          <html><head><link rel="alternate" type="application/rss+xml" href="/a.xml" title="A">
          </head></html>
          """),
      "/a.xml": .answer(text: Site.feed([], title: "A")),
      "/two": .answer(
        text: """
          <html><LINK REL='alternate' TYPE='application/atom+xml' HREF='a.xml' TITLE='A &amp; B'>
          <link rel=alternate type=application/rss+xml href=b.xml></html>
          """),
      "/none": .answer(text: "<html></html>"),
      "/b.xml": .answer(text: Site.feed([], title: "B")),
    ])
    let server = try site.serve()
    func add(_ words: String...) -> (code: Int32, output: String, error: String) {
      let target = server.url(words[0])
      return words.count == 1
        ? person.run("feed", "add", target, "--allow-private")
        : person.run("feed", "add", target, "--allow-private", "--pick=\(words[1])")
    }
    #expect(add("/").error == "following A: \(server.url("/a.xml"))\n")
    #expect(add("/a.xml").error == "A is followed already\n")
    let several = add("/two")
    #expect(several.code == 1)
    #expect(several.error.contains("1  A & B: \(server.url("/a.xml"))"))
    #expect(
      add("/two", "2").error == "following B: \(server.url("/b.xml"))\n")
    for wrong in [0, 3, .min, .max] { #expect(add("/two", "\(wrong)").code == 64) }
    #expect(add("/none").code == 1)
    site["/rss.xml"] = .answer(text: Site.feed([], title: "Usual"))
    #expect(add("/none").error == "following Usual: \(server.url("/rss.xml"))\n")
  }

  @Test func `a feed is named by its title, its address, or a part that only it has`() throws {
    person.run("feed", "import", Self.subscriptions)
    #expect(person.run("feed", "remove", "techcrunch").error == "removed TechCrunch\n")
    let ambiguous = person.run("feed", "remove", "microsoft")
    #expect(ambiguous.code == 64)
    #expect(ambiguous.error.contains("may be any of"))
    #expect(person.run("feed", "remove", "nowhere").code == 1)
  }

  @Test func `what cannot be followed is said`() throws {
    #expect(person.run("feed", "add", "ftp://example.org/").error.contains("ftp: is not fetched"))
    #expect(person.run("feed", "add", "http://127.0.0.1/").error.contains("loopback"))
    #expect(person.run("feed", "add", "http://127.0.0.1:9/", "--allow-private").code == 69)
    #expect(person.run("feed", "add", "x", "--header", "no").code == 64)
  }
}
