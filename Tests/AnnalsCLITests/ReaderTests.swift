import EventModel
import Foundation
import JSONText
import LoopbackServer
import Testing

/// Somebody who looks at what is new, day after day.
@Suite struct ReaderTests: FollowingSuite {
  let person = Person()
  let site = Site.ofTwoItems
  let server: LoopbackServer

  init() throws { server = try site.serve() }

  func news(_ words: String...) throws -> JSON {
    let said = person.run(["new", "--json"] + words)
    #expect(said.code == 0, "\(said.error)")
    return try JSON.parse(said.output)
  }

  func add(_ title: String, _ more: String...) -> String {
    let said = person.run(
      [
        "add", "--date", "2026-11-20", "--type", "funding", "--title", title, "--source",
        "https://x.org/\(title)",
      ] + more)
    return said.output.trimmingCharacters(in: .newlines)
  }

  func titles(_ news: JSON) -> [String] {
    (news["rows"]?.elements ?? []).map { "\($0["label"]!.string!) \($0["title"]!.string!)" }
  }

  @Test func `a look shows what came since the one before, and moves the reader's place alone`()
    throws
  {
    _ = add("A")
    #expect(try titles(news()) == ["funding A"])
    #expect(try titles(news()) == [])
    _ = add("B")
    #expect(try titles(news("--peek")) == ["funding B"])
    #expect(try titles(news("type:acquisition")) == [])
    #expect(try titles(news("--since", "2026-11-23")) == ["funding B", "funding A"])
    #expect(try titles(news("--as-of", "@1")) == [])
    #expect(try titles(news()) == ["funding B"])
    #expect(try titles(news()) == [])
    #expect(try titles(news("--reader", "anna")) == ["funding B", "funding A"])
  }

  @Test func `what a fetch printed is what the next look says`() throws {
    follow()
    let said = fetch()
    #expect(said.contains("2 new"))
    let news = try news()
    #expect(news["items"]?.integer == 2 && news["uncoded"]?.integer == 2)
    #expect(news["feeds"]?.integer == 1 && news["failing"] == .array([]))
    #expect(person.run("items", "--new", "-O", "csv").output.split(separator: "\r\n").count == 3)
    #expect(try self.news()["items"]?.integer == 0)
    let again = person.run("items", "--new", "-O", "csv").output
    #expect(again.split(separator: "\r\n").count == 3, "an empty look leaves the list as it was")
    site["/feed"] = .answer("500 Oops")
    _ = fetch()
    #expect(try self.news()["failing"]?.elements?.count == 1)
  }

  @Test func `corrections, retractions and what is said again are told as they differ`() throws {
    let (a, b) = (add("A"), add("B"))
    _ = try news()
    person.wait(hours: 24)
    person.run("amend", a, "--date", "2026-11-21")
    person.run("amend", b, "--retract", "--reason", "a hoax")
    let rows = try news()["rows"]?.elements ?? []
    #expect(rows.map { $0["kind"]?.string } == ["corrected", "gone"])
    #expect(
      rows.map { $0["says"]?.string } == ["date 2026-11-20 → 2026-11-21", "retracted"])
    person.run("undo")
    #expect(try titles(news()) == ["funding B"])
    person.run("amend", a, "--merge", b)
    #expect(try news()["rows"]?.elements?.first?["says"]?.string == "the same as \(a)")
  }

  @Test func `what was read is read by its reader alone`() throws {
    follow()
    _ = fetch()
    func count(_ words: String...) throws -> Int {
      try JSON.parse(person.run(["items", "--json"] + words).output)["rows"]?.elements?.count ?? 0
    }
    let ids = try JSON.parse(person.run("items", "--json").output)["rows"]?.elements ?? []
    let id = ids[0]["id"]!.string!
    #expect(try count("--unread") == 2)
    #expect(person.run("items", "show", id).code == 0)
    #expect(try count("--unread") == 1)
    #expect(try count("--read") == 1)
    #expect(try count("--unread", "--reader", "anna") == 2)
    #expect(person.run("items", "unread", id).code == 0)
    #expect(try count("--unread") == 2)
    #expect(person.run("items", "read", "--all").error.contains("2 items more read"))
    #expect(try count("--unread") == 0)
    #expect(person.run("items", "read", "--all").error.contains("0 items more read"))
    #expect(person.run("items", "show", "ffffffff").code == 1)
    #expect(person.run("items", "--feed", "nobody").code == 64)
  }
}
