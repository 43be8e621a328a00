import Foundation
import LoopbackServer
import Testing

/// `feed import` of other readers' lists.
@Suite struct ListImportTests {
  let person = Person()

  private func read(_ outlines: String) -> (code: Int32, output: String, error: String) {
    person.typed = { Array("<opml version='2.0'><body>\(outlines)</body></opml>".utf8) }
    return person.run("feed", "import", "-")
  }

  private var titles: [String] {
    person.run("feed", "list", "-O", "csv").output.split(whereSeparator: \.isNewline).dropFirst()
      .map {
        $0.split(separator: ",", omittingEmptySubsequences: false)[1...2].joined(separator: " ")
      }
  }

  @Test func `one feed in several spellings is one`() {
    let run = read(
      [
        "https://a.example/feed", "HTTPS://A.example/feed", "feed:https://a.example/feed",
        "https://a.example:443/feed", " https://a.example/feed#top", "https://b.example",
        "b.example/",
      ].map { "<outline text='x' xmlUrl='\($0)'/>" }.joined())
    #expect(run.code == 0)
    #expect(run.error == "following 2 feeds more; 5 were known\n")
    #expect(titles == ["x https://a.example/feed", "x https://b.example/"])
    #expect(person.run("feed", "remove", "HTTPS://A.EXAMPLE:443/feed").code == 0)
  }

  @Test func `addresses that cannot be followed are named one by one, and the others are followed`()
  {
    let run = read(
      """
      <outline text="A" xmlUrl="https://a.example/feed"/><outline text="F" xmlUrl="ftp://f.example/"/>
      <outline text="E" xmlUrl="http://"/><outline text="N" xmlUrl="none"/>
      <outline text="R" xmlUrl="/r.atom" htmlUrl="https://r.example/log/"/><outline text="Page" type="link" url="https://p.example/"/>
      """)
    #expect(run.code == 2)
    #expect(
      run.error == """
        following 2 feeds more
        left out: Page: a link, https://p.example/
        annals: 3 addresses cannot be followed
          F: ftp: is not fetched; only http and https are
          E: “http://” is no URL
          N: “none” is no URL

        """)
    #expect(titles == ["A https://a.example/feed", "R https://r.example/r.atom"])
  }

  @Test func `a list of which nothing can be followed is no success, an empty one is`() {
    #expect(read("").code == 0)
    let run = read("<outline text='A'><outline text='B' xmlUrl='javascript:x'/></outline>")
    #expect(run.code == 1)
    #expect(run.error.contains("annals: the list holds no feed that can be followed\n  B: "))
    #expect(read("<outline text='A' feedUrl='https://a.example/'/>").code == 1)
    #expect(read("<outline text='A' xmlUrl='https://a.example/'/>").code == 0)
    #expect(read("<outline text='A' xmlUrl='https://a.example/'/>").code == 0)
  }

  @Test func `a title is learned from the feed when it is first read, and a given one stays`()
    throws
  {
    let site = Site([
      "/a": .answer(text: Site.feed(["a"], title: "Wire")),
      "/b": .answer(text: Site.feed(["b"], title: "Courier")),
      "/c": .answer(text: Site.feed(["c"], title: "Gazette")),
    ])
    let server = try site.serve()
    _ = read(
      """
      <outline type="rss" xmlUrl="\(server.url("/a"))"/>
      <outline text="\(server.url("/b").uppercased().replacing("/B", with: "/b"))" xmlUrl="\(server.url("/b"))"/>
      <outline text="Mine" xmlUrl="\(server.url("/c"))"/>
      """)
    #expect(titles.first == "\(server.url("/a")) \(server.url("/a"))")
    let run = person.run("fetch", "--allow-private")
    #expect(
      run.output.split(separator: "\n").sorted() == [
        "Courier: 1 new", "Mine: 1 new", "Wire: 1 new",
      ])
    #expect(titles.map { $0.split(separator: " ")[0] } == ["Wire", "Courier", "Mine"])
    #expect(person.run("feed", "export").output.contains("title=\"Wire\""))
    site["/a"] = .answer(text: Site.feed(["a", "b"], title: "Another"))
    person.wait(hours: 30)
    #expect(person.run("fetch").output.contains("Wire: 1 new"))
  }
}
