import Foundation
import Synchronization
import Testing

@testable import Serving

/// The server over real sockets: slow, many and hostile clients.
@Suite(.serialized) struct HTTPServerTests {
  /// Serves answers that repeat the path, until the body ends.
  private func serving(
    body: Int = 0, news: @escaping @Sendable () -> String? = { nil },
    _ use: (_ port: Int) throws -> Void
  ) throws {
    nonisolated(unsafe) let listener = try Listener("127.0.0.1", port: 0)
    let port = listener.port
    let ended = DispatchSemaphore(value: 0)
    let flag = Flag()
    Thread.detachNewThread {
      HTTPServer(
        listener, news: { news().map { Array($0.utf8) } },
        answer: { request in
          var response = HTTPResponse(
            .ok, "text/plain", Array(request.path.utf8) + [UInt8](repeating: 0x2E, count: body))
          response.isFollowing = request.path == "/follow"
          return response
        }
      ).run { flag.isSet }
      ended.signal()
    }
    defer {
      flag.set()
      ended.wait()
    }
    try use(port)
  }

  private final class Flag: Sendable {
    private let value = Mutex(false)
    var isSet: Bool { value.withLock { $0 } }
    func set() { value.withLock { $0 = true } }
  }

  private static let get = "GET /a HTTP/1.1\r\nHost: x\r\n\r\n"

  @Test func `requests that come together are answered in their order`() throws {
    try serving { port in
      let client = try Client(port)
      client.send(
        "GET /a HTTP/1.1\r\nHost: x\r\n\r\nGET /b HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
      let said = client.all()
      #expect(said.components(separatedBy: "HTTP/1.1 200 OK").count == 3)
      #expect(said.contains("\r\n\r\n/aHTTP/1.1"))
      #expect(said.hasSuffix("\r\n\r\n/b"))
    }
  }

  @Test func `a request may come a byte at a time`() throws {
    try serving { port in
      let client = try Client(port)
      for byte in Self.get.replacing("\r\n\r\n", with: "\r\nConnection: close\r\n\r\n") {
        client.send(String(byte))
      }
      #expect(client.all().hasSuffix("/a"))
    }
  }

  @Test func `a long body arrives whole though it is read slowly`() throws {
    try serving(body: 5_000_000) { port in
      let client = try Client(port)
      client.send("GET /a HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
      usleep(300_000)
      #expect(client.all().utf8.count > 5_000_000)
    }
  }

  @Test func `a head that is too long is refused, however it comes`() throws {
    try serving { port in
      let client = try Client(port)
      client.send("GET / HTTP/1.1\r\nHost: x\r\nX: " + String(repeating: "y", count: 30_000))
      #expect(client.all().hasPrefix("HTTP/1.1 431 "))
    }
  }

  @Test func `a head that trickles is given up, whatever still comes of it`() throws {
    try serving { port in
      let client = try Client(port)
      let begun = Date()
      client.send("GET / HTTP/1.1\r\n")
      while !client.isClosed, Date().timeIntervalSince(begun) < 120 {
        client.send("X: y\r\n")
        usleep(200_000)
      }
      #expect(client.isClosed)
      let other = try Client(port)
      other.send(Self.get)
      #expect(other.until("\r\n\r\n").hasPrefix("HTTP/1.1 200 OK"))
    }
  }

  @Test func `whoever asks is answered beside a thousand that say nothing`() throws {
    allowManyFiles()
    try serving { port in
      let silent = try (0..<1000).map { _ in try Client(port) }
      let client = try Client(port)
      client.send(Self.get)
      #expect(client.until("\r\n\r\n").hasPrefix("HTTP/1.1 200 OK"))
      #expect(silent.count { $0.isClosed } >= 1000 - Limits.connections)
    }
  }

  @Test func `followers are told what is new, and too many are not taken`() throws {
    let said = Flag()
    try serving(news: { said.isSet ? "event: head\ndata: 8\n\n" : nil }) { port in
      let follow = "GET /follow HTTP/1.1\r\nHost: x\r\n\r\n"
      let clients = try (0..<Limits.followers).map { _ in try Client(port) }
      for client in clients {
        client.send(follow)
        let head = client.until("/follow")
        #expect(head.hasPrefix("HTTP/1.1 200 OK"))
      }
      let late = try Client(port)
      late.send(follow)
      #expect(late.until("\r\n\r\n").hasPrefix("HTTP/1.1 503 "))
      said.set()
      #expect(clients[0].until("data: 8").contains("data: 8"))
    }
  }

  @Test func `a port that is taken is an error that says so`() throws {
    try serving { port in
      #expect(throws: ListenerError.self) { try Listener("127.0.0.1", port: port) }
      #expect(throws: ListenerError.self) { try Listener("localhost.example", port: 0) }
    }
  }
}

/// Lets this process have as many files open as the system allows it: both ends of a connection count.
private func allowManyFiles() {
  var limit = rlimit()
  getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
  limit.rlim_cur = limit.rlim_max
  setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
}

/// A client that writes and reads bytes.
private final class Client {
  private let descriptor: Int32

  init(_ port: Int) throws {
    descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = UInt16(port).bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var patience = timeval(tv_sec: 60, tv_usec: 0)
    setsockopt(
      descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
    let isConnected = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
      }
    }
    guard isConnected else { throw POSIXError(.ECONNREFUSED) }
  }

  deinit { close(descriptor) }

  func send(_ text: String) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes {
        Foundation.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else { return }
      bytes = bytes.dropFirst(count)
    }
  }

  /// What comes next.
  private func some() -> String {
    var bytes = [UInt8](repeating: 0, count: 1 << 16)
    let count = recv(descriptor, &bytes, bytes.count, 0)
    return String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
  }

  /// What comes until it holds the text, or the other side ends or says nothing for long: TCP keeps bytes in their
  /// order, not writes in their pieces.
  func until(_ text: String) -> String {
    var said = ""
    while !said.contains(text) {
      let more = some()
      guard !more.isEmpty else { break }
      said += more
    }
    return said
  }

  /// What comes until the other side ends.
  func all() -> String {
    var (text, more) = ("", some())
    while !more.isEmpty {
      text += more
      more = some()
    }
    return text
  }

  /// Whether the other side has ended.
  var isClosed: Bool {
    var byte: UInt8 = 0
    let count = recv(descriptor, &byte, 1, Int32(MSG_PEEK | MSG_DONTWAIT))
    return count == 0 || count < 0 && errno != EAGAIN
  }
}
