import EventModel
import Foundation
import JSONText
import Synchronization
import Testing

@testable import AnnalsCLI

/// `annals serve` over a store of ours.
@Suite(.serialized) struct ServeTests {
  /// A server of a new store with our books, while a test uses it.
  private func serving(
    _ more: [String] = [],
    _ use: (_ person: Person, _ ask: (String, String) -> String) throws -> Void
  ) throws {
    let person = Person()
    person.run("init", "-q")
    nonisolated(unsafe) let server = Person(besides: person)
    let port = Mutex<Int?>(nil)
    let isOver = Mutex(false)
    let (begun, ended) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
    server.heard = { text in
      guard let digits = text.split(separator: ":").last?.prefix(while: \.isNumber) else { return }
      port.withLock { $0 = Int(digits) }
      begun.signal()
    }
    server.meanwhile = { if isOver.withLock({ $0 }) { server.patience = -1 } }
    Thread.detachNewThread {
      _ = server.run(["serve", "--port", "0"] + more)
      begun.signal()
      ended.signal()
    }
    begun.wait()
    let known = try #require(port.withLock { $0 })
    defer {
      isOver.withLock { $0 = true }
      ended.wait()
    }
    try use(person) { target, more in
      Self.ask(
        "GET \(target) HTTP/1.1\r\nHost: 127.0.0.1:\(known)\r\nConnection: close\r\n\(more)\r\n",
        known)
    }
  }

  /// What comes back to a request, head and body.
  private static func ask(_ request: String, _ port: Int) -> String {
    let client = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(client) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = UInt16(port).bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    let isConnected = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(client, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
      }
    }
    guard isConnected else { return "" }
    _ = Array(request.utf8).withUnsafeBytes { send(client, $0.baseAddress, $0.count, 0) }
    var (bytes, chunk) = ([UInt8](), [UInt8](repeating: 0, count: 1 << 16))
    while true {
      let count = recv(client, &chunk, chunk.count, 0)
      guard count > 0 else { return String(decoding: bytes, as: UTF8.self) }
      bytes += chunk[..<count]
    }
  }

  private func body(_ answer: String) -> String {
    answer.range(of: "\r\n\r\n").map { String(answer[$0.upperBound...]) } ?? ""
  }

  @Test func `what is served is what the commands answer`() throws {
    try serving { person, ask in
      for (target, command) in [
        ("/events.csv?limit=20", "log -n 20 -O csv"),
        ("/timeline.ics?query=type:funding&limit=9", "timeline type:funding -n 9 -O ics"),
        ("/api/compare?metric=net_loss&period=2022", "compare --metric net_loss -p 2022 --json"),
        ("/api/forecast/nlp?as-of=2023-05-15", "forecast nlp --as-of 2023-05-15 --json"),
        ("/api/event/22f02e41", "show 22f02e41 --json"),
        ("/forecast/nlp.svg", "forecast nlp -O svg"),
      ] {
        let told = person.run(command.split(separator: " ").map(String.init)).output
        #expect(body(ask(target, "")) == told, "\(target)")
      }
    }
  }

  @Test func `every question has its page`() throws {
    try serving { _, ask in
      let pages = [
        "/", "/timeline", "/trend", "/phases", "/sources", "/coverage", "/status", "/save", "/tag",
        "/forecast-list", "/forecast-due", "/forecast-score", "/forecast/nlp", "/event/22f02e41",
        "/story?name=actor:OpenAI", "/compare?metric=revenue", "/search?query=GPT-4",
      ]
      for page in pages {
        let answer = ask(page, "")
        #expect(answer.hasPrefix("HTTP/1.1 200 OK"), "\(page): \(answer.prefix(300))")
        #expect(answer.hasSuffix("</html>\n"))
      }
    }
  }

  @Test func `an addition is seen at once, and moves the tag`() throws {
    try serving { person, ask in
      func tag() -> String? {
        ask("/events.json", "").split(separator: "\r\n").first { $0.hasPrefix("ETag: ") }
          .map { String($0.dropFirst(6)) }
      }
      let before = try #require(tag())
      #expect(ask("/events.json", "If-None-Match: \(before)\r\n").hasPrefix("HTTP/1.1 304 "))
      person.run(
        "add", "--date", "2024", "--type", "funding", "--title", "<b>Omega</b> ]]> raises",
        "--source", "https://x.example/")
      #expect(tag() != before)
      let page = ask("/?query=Omega", "")
      #expect(page.contains("&lt;b&gt;Omega") && !page.contains("<b>Omega"))
    }
  }

  @Test func `another name, another page and another method are refused`() throws {
    try serving { _, ask in
      #expect(ask("/", "Host: evil.example\r\n").hasPrefix("HTTP/1.1 400 "))
      #expect(ask("/", "Origin: http://evil.example\r\n").hasPrefix("HTTP/1.1 403 "))
    }
  }

  @Test func `others may ask only with a token that others cannot read`() throws {
    let person = Person()
    let file = person.folder.appending(path: "token")
    func serve(_ words: String...) -> (code: Int32, error: String) {
      person.patience = 0
      let said = person.run(["serve", "--port", "0"] + words)
      return (said.code, said.error)
    }
    #expect(serve("--listen", "0.0.0.0").code == 64)
    try Data("0123456789abcdef\n".utf8).write(to: file)
    #expect(chmod(file.path, 0o644) == 0)
    #expect(serve("--listen", "127.0.0.1", "--token-file", file.path).code == 65)
    #expect(chmod(file.path, 0o600) == 0)
    #expect(serve("--listen", "127.0.0.1", "--token-file", file.path).code == 0)
    #expect(serve("--listen", "nowhere.example", "--token-file", file.path).code == 64)
    try Data("short".utf8).write(to: file)
    #expect(serve("--listen", "127.0.0.1", "--token-file", file.path).code == 65)
  }
}
