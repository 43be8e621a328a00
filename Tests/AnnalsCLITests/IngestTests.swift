import EventLog
import Foundation
import TestSupport
import Testing

@Suite struct IngestTests {
  let person = Person()

  private func write(_ text: String, to name: String) throws -> String {
    let file = person.folder.appending(path: name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try text.write(to: file, atomically: true, encoding: .utf8)
    return file.path
  }

  @Test func `a file that cannot be read is named, and the others go on`() throws {
    let bad = try write("<feeed>nonsense</feeed>", to: "bad.xml")
    let good = try write(Site.feed(["one", "two"]), to: "folder/deep/good.xml")
    let missing = person.folder.appending(path: "missing.xml").path
    let folder = person.folder.appending(path: "folder").path
    let run = person.run("ingest", bad, missing, folder)
    #expect(run.code == 2)
    let lines = run.error.split(separator: "\n").map(String.init)
    #expect(lines[0].hasPrefix("\(bad):1: "))
    #expect(lines[1] == "there is no file \(missing)")
    #expect(lines[2] == "\(good): 2 items")
    #expect(lines.dropFirst(3).first == "ingested 1 feed: 2 items")
    #expect(lines[4] == "annals: 2 of 3 feeds could not be read")
    #expect(person.run("ingest", missing).code == 65)
    #expect(person.run("ingest", bad).code == 65)
    let none = person.run("ingest", bad, missing)
    #expect(none.code == 65)
    #expect(none.error.hasSuffix("2 of 2 feeds could not be read\n"))
  }

  @Test func `what is no feed in a folder is passed over, a broken feed is named`() throws {
    let folder = person.folder.appending(path: "mixed").path
    _ = try write(Site.feed(["one"]), to: "mixed/good.xml")
    _ = try write("# Notes", to: "mixed/README.md")
    _ = try write("<!DOCTYPE html><html><body>x</body></html>", to: "mixed/page.html")
    _ = try write("<opml><body><outline xmlUrl='http://x/'/></body></opml>", to: "mixed/list.opml")
    _ = try write("<urlset><url/></urlset>", to: "mixed/sitemap.xml")
    _ = try write("{\"name\": \"x\"}", to: "mixed/package.json")
    _ = try write("", to: "mixed/empty")
    let run = person.run("ingest", folder)
    #expect(run.code == 0)
    #expect(
      run.error == "\(folder)/good.xml: 1 item\n"
        + "ingested 1 feed: 1 item; passed over 6 files of other kinds\n")
    let broken = try write(
      "{\"version\": \"https://jsonfeed.org/version/1.1\", \"items\": [", to: "mixed/broken.json")
    let second = person.run("ingest", folder)
    #expect(second.code == 2)
    #expect(second.error.hasPrefix("\(broken):1: "))
    #expect(second.error.contains("1 of 2 feeds could not be read"))
    #expect(person.run("ingest", folder + "/page.html").code == 65)
  }

  @Test func `a dry run says what the run would say, and leaves the store as it is`() throws {
    let news = [
      "Anthropic raises $3 billion in Series G funding", "Microsoft lays off 900 people in Redmond",
      "Mistral releases Codestral 2", "SenseTime opens a data centre in Shanghai",
    ]
    let files = try [
      write(Site.feed(news, title: "A"), to: "a.xml"),
      write(Site.feed(news.map { $0 + " today" }, title: "B"), to: "b.xml"),
    ]
    let before = try person.store.read { try $0.contents }
    let dry = person.run("ingest", "--dry-run", files[0], files[1])
    #expect(try person.store.read { try $0.contents } == before)
    let wet = person.run("ingest", files[0], files[1])
    #expect(dry.error.replacing("would ingest", with: "ingested") == wet.error)
    #expect(wet.error.contains("mentions"))
  }
}
