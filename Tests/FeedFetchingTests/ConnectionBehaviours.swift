import FeedFetching
import LoopbackServer

extension Behaviour {
  private static let head = Array("HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n".utf8)

  static let connections: [Behaviour] = [
    Behaviour(
      "an end before a word", "failed: the connection ended in the middle of the answer", [.close]),
    Behaviour("a reset", "failed: the connection ended in the middle of the answer", [.reset]),
    Behaviour(
      "a reset in the body", "failed: the connection ended in the middle of the answer",
      [.send(head + Sample.feed), .wait(milliseconds: 50), .reset]),
    Behaviour(
      "headers that drip (slow loris)", "failed: not done after 1 s",
      [
        .send(Array("HTTP/1.1 200 OK\r\n".utf8)),
        .endless(Array("X-A: b\r\n".utf8), pause: 100),
      ], options: { $0.limits.totalSeconds = 1 }),
    Behaviour(
      "a body that drips", "failed: not done after 1 s",
      [.send(head + Sample.feed), .endless([0x20], pause: 100)],
      options: { $0.limits.totalSeconds = 1 }),
    Behaviour(
      "silence after the request", "failed: nothing came for 1 s", [.silence],
      options: { $0.limits.stallSeconds = 1 }),
    Behaviour(
      "silence in the body", "failed: nothing came for 1 s",
      [.send(head + [0x3C]), .silence], options: { $0.limits.stallSeconds = 1 }),
    Behaviour(
      "endless headers", "refused: its headers are larger than 64 KB",
      [.send(Array("HTTP/1.1 200 OK\r\n".utf8)), .endless(Array("X-A: b\r\n".utf8), pause: 0)],
      options: { $0.limits.headerBytes = 64 << 10 }),
    Behaviour("no HTTP", "failed: the answer is not HTTP", .raw("220 ready to send mail\r\n")),
    Behaviour("HTTP/0.9", "failed: the answer is not HTTP", .raw(Sample.text)),
    Behaviour(
      "a status that is none", "failed: the answer is not HTTP", .raw("HTTP/1.1 abc\r\n\r\n")),
    Behaviour(
      "HTTP/1.0", "read \(Sample.size) bytes", .raw("HTTP/1.0 200 OK\r\n\r\n" + Sample.text)),
    Behaviour(
      "103 before 200", "read \(Sample.size) bytes",
      .raw("HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\nHTTP/1.1 200 OK\r\n\r\n" + Sample.text)),
  ]
}
