import EventLog
import Foundation
import GRDB
import LoopbackServer
import TestSupport
import Testing

@Suite struct SecretTests {
  let person = Person()
  let site = Site()
  let server: LoopbackServer
  /// Of the address, as typed.
  let address: String

  static let words = ["bob", "hunter2", "t0ken123", "s3cr3tvalue1"]

  init() throws {
    server = try site.serve()
    address = server.url("/f?token=t0ken123").replacing("http://", with: "http://bob:hunter2@")
    serve("/f?token=t0ken123")
  }

  /// A private feed that tells its address in itself and in the links of its items.
  private func serve(_ target: String, _ items: [String] = ["1", "2"]) {
    let link = address.replacing("&", with: "&amp;")
    let atom = "xmlns:atom='http://www.w3.org/2005/Atom'"
    let text = items.map { name in
      """
      <item><guid>\(link)&amp;item=\(name)</guid><link>\(link)&amp;item=\(name)</link>\
      <title>OpenAI launches GPT-\(name)</title>\
      <description>https://h/listen/t0ken123/\(name)</description></item>
      """
    }
    site[target] = .answer(
      text: "<rss version='2.0'><channel><title>Private</title>"
        + "<atom:link \(atom) rel='self' href='\(link)'/>\(text.joined())</channel></rss>")
  }

  private func expectNoSecret(in text: String, _ what: String) {
    for word in Self.words { #expect(!text.contains(word), "\(word) in \(what): \(text)") }
  }

  @Test func `a feed is asked with its secrets, and nothing but their table holds them`() throws {
    var heard = ""
    func run(_ words: String...) -> Int32 { run(words) }
    func run(_ words: [String]) -> Int32 {
      let run = person.run(words)
      heard += run.output + run.error
      expectNoSecret(in: run.output + run.error, words.joined(separator: " "))
      return run.code
    }
    #expect(
      run("feed", "add", address, "--header", "X-Key: s3cr3tvalue1", "--allow-private") == 0)
    #expect(run("fetch", "--allow-private") == 0)
    #expect(heard.contains("Private: 2 new"))
    let request = try #require(server.requests.last)
    #expect(request.target == "/f?token=t0ken123")
    #expect(request.headers["authorization"] == "Basic Ym9iOmh1bnRlcjI=")
    #expect(request.headers["x-key"] == "s3cr3tvalue1")

    #expect(run("feed", "add", address, "--allow-private") == 0)
    site["/f?token=t0ken123"] = .answer("301 Moved Permanently", ["Location: /g?token=t0ken123"])
    serve("/g?token=t0ken123", ["1", "2", "3"])
    for _ in 1...2 {
      person.wait(hours: 30)
      #expect(run("fetch", "--allow-private") == 0)
    }
    #expect(heard.contains("moved to \(server.url("/g?token=REDACTED"))"))
    #expect(server.requests.last?.headers["authorization"] == "Basic Ym9iOmh1bnRlcjI=")
    site["/g?token=t0ken123"] = .answer("302 Found", ["Location: ftp://bob:hunter2@h/"])
    person.wait(hours: 30)
    #expect(run("fetch", "--allow-private") == 69)
    for format in ["table", "json", "csv"] {
      for words in [["list"], ["check"], ["check", "Private"]] {
        _ = run(["feed"] + words + ["-O", format])
      }
      _ = run("log", "-O", format)
    }
    for words in [
      ["log", "-O", "cloudevents"], ["status"], ["check"], ["feed", "export"],
      ["feed", "remove", "bob:hunter2@nowhere/?token=t0ken123"],
      ["feed", "add", "http://bob:hunter2@127.0.0.1:9/?token=t0ken123", "--allow-private"],
      ["feed", "add", "http://bob:hunter2@[/?token=t0ken123"],
      ["feed", "list", address], ["feed", "list", address, "--json"], ["ingest", address],
      ["feed", "add", "http://bob:hunter2@h/", "--header", "hunter2"], ["fetch", address + "x"],
    ] { _ = run(words) }
    #expect(heard.contains("\"secrets\":[\"password\",\"token\",\"X-Key\"]"))

    for (name, rows) in try person.store.read({ try $0.contents }) where name != "secret" {
      expectNoSecret(in: rows.joined(separator: "\n"), name)
    }
    #expect(run("feed", "remove", address) == 0)
  }

  @Test func `an exported list says what it leaves out, and who reads it is asked for it`() throws {
    let list = person.folder.appending(path: "list.opml").path
    let outline = "<outline title='Private' xmlUrl='\(address)'/>"
    try "<opml version='2.0'><body>\(outline)</body></opml>".write(
      toFile: list, atomically: true, encoding: .utf8)
    #expect(person.run("feed", "import", list).error == "following 1 feed more\n")
    #expect(person.run("feed", "import", list).error.hasSuffix("1 was known\n"))
    let export = person.run("feed", "export", "-o", list)
    #expect(export.error.hasPrefix("left out: the passwords, keys and headers of Private;"))
    let exported = try String(contentsOfFile: list, encoding: .utf8)
    #expect(exported.contains(server.url("/f?token=REDACTED")))
    expectNoSecret(in: exported, list)
    #expect(person.run("feed", "import", list).error.hasSuffix("1 was known\n"))
    #expect(person.run("fetch", "--allow-private").output.hasPrefix("Private: 2 new\n"))

    let other = Person()
    other.run("feed", "import", list)
    let fetch = other.run("fetch", "--allow-private")
    #expect(fetch.output.contains("a password or key of its address is missing"))
    #expect(
      other.run("feed", "add", address, "--allow-private").error
        == "Private is followed already; its password or key is the new one\n")
    #expect(other.run("fetch", "private").output.hasPrefix("Private: 2 new\n"))
  }

  @Test func `a file that tells its own address is ingested without the secrets in it`() throws {
    let file = person.folder.appending(path: "private.xml").path
    let body = site["/f?token=t0ken123"].compactMap { step in
      if case .send(let bytes) = step { String(decoding: bytes, as: UTF8.self) } else { nil }
    }.joined()
    try #require(body.split(separator: "\r\n\r\n").last).write(
      toFile: file, atomically: true, encoding: .utf8)
    #expect(person.run("ingest", file).error.contains("2 items"))
    expectNoSecret(in: person.run("log", "-O", "cloudevents").output, "the log")
  }
}
