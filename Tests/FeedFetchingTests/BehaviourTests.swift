import FeedFetching
import LoopbackServer
import Testing

/// What servers do, and what comes of it.
@Suite struct BehaviourTests {
  @Test(arguments: Behaviour.statuses)
  func `every status has its outcome`(behaviour: Behaviour) throws {
    #expect(try behaviour.observed() == behaviour.outcome)
  }

  @Test(arguments: Behaviour.contents)
  func `a body is read as far as it can be a feed`(behaviour: Behaviour) throws {
    #expect(try behaviour.observed() == behaviour.outcome)
  }

  @Test(arguments: Behaviour.connections)
  func `a bad connection costs neither patience nor memory`(behaviour: Behaviour) throws {
    #expect(try behaviour.observed() == behaviour.outcome)
  }

  @Test(arguments: Behaviour.redirects)
  func `redirects are followed where they may lead`(behaviour: Behaviour) throws {
    #expect(try behaviour.observed() == behaviour.outcome)
  }

  @Test(arguments: [
    ("http://127.0.0.1", "127.0.0.1"), ("http://localhost", "localhost"),
    ("http://2130706433", "127.0.0.1"), ("http://0x7f.1", "127.0.0.1"),
    ("http://[::ffff:127.0.0.1]", "::ffff:127.0.0.1"), ("http://[::1]", "::1"),
    ("http://rebound.example", "rebound.example"), ("http://six.example", "six.example"),
  ])
  func `loopback is refused under every name`(url: String, host: String) throws {
    let server = try LoopbackServer { _ in .answer(text: Sample.text) }
    let request = FetchRequest(try FeedURL("\(url):\(server.port)/"))
    let outcome = try Behaviour.outcome(of: request) {
      $0.addresses = .publicOnly
      $0.resolve = [
        "rebound.example:\(server.port):127.0.0.1", "six.example:\(server.port):::1",
      ]
    }
    #expect(
      outcome == "refused: \(host) is a loopback address; "
        + "--allow-private fetches from it all the same")
    #expect(server.requests.isEmpty)
  }

  @Test func `a host that refuses, and one that is not there`() throws {
    let closed = FetchRequest(try FeedURL("http://127.0.0.1:9/"))
    #expect(try Behaviour.outcome(of: closed) == "failed: cannot connect to 127.0.0.1")
    let nowhere = FetchRequest(try FeedURL("http://nowhere.invalid/"))
    #expect(
      try Behaviour.outcome(of: nowhere)
        == "failed: there is no host nowhere.invalid, or DNS does not answer")
  }

  @Test func `plain HTTP where TLS should be`() throws {
    let server = try LoopbackServer { _ in .answer(text: Sample.text) }
    let request = FetchRequest(try FeedURL("https://127.0.0.1:\(server.port)/"))
    #expect(try Behaviour.outcome(of: request).hasPrefix("failed: no secure connection: "))
  }
}
