import LoopbackServer

/// What servers do instead of answering.
extension ReaderBehaviour {
  private static func head(_ lines: String...) -> Step {
    .send(Array((["HTTP/1.1 200 OK"] + lines + ["", ""]).joined(separator: "\r\n").utf8))
  }

  static let servers: [ReaderBehaviour] = [
    ReaderBehaviour(
      "a web page",
      "alone | - | read 0, dropped 0, owed 2 | its answer is not of the form asked for: no chat completion",
      .answer(text: "<html>Welcome to nginx</html>")),
    ReaderBehaviour(
      "an empty body", "alone | - | read 0, dropped 0, owed 2 | its answer is empty", .answer()),
    ReaderBehaviour(
      "bytes that are no UTF-8",
      "alone | - | read 0, dropped 0, owed 2 | its answer is not of the form asked for: no chat completion",
      .answer(body: [0xFF, 0xFE, 0x00])),
    ReaderBehaviour(
      "an answer that does not come", "alone | - | read 0, dropped 0, owed 2 | not done after 1 s",
      within: 1, [.silence]),
    ReaderBehaviour(
      "an answer that stalls", "alone | - | read 0, dropped 0, owed 2 | not done after 1 s",
      within: 1, [head("Content-Length: 100"), .send([0x7B]), .silence]),
    ReaderBehaviour(
      "an answer that is cut short",
      "alone | - | read 0, dropped 0, owed 2 | the connection ended in the middle of the answer",
      [head("Content-Length: 100"), .send([0x7B]), .close]),
    ReaderBehaviour(
      "a connection that closes",
      "alone | - | read 0, dropped 0, owed 2 | the connection ended in the middle of the answer",
      [.close]),
    ReaderBehaviour(
      "a connection that is reset",
      "alone | - | read 0, dropped 0, owed 2 | the connection ended in the middle of the answer",
      [.reset]),
    ReaderBehaviour(
      "no HTTP", "alone | - | read 0, dropped 0, owed 2 | the answer is not HTTP",
      .raw("SSH-2.0-OpenSSH_9.2\r\n")),
    ReaderBehaviour(
      "a gigabyte", "alone | - | read 0, dropped 0, owed 2 | it is larger than 1 MB unpacked",
      [head(), .endless([UInt8](repeating: 0x20, count: 1 << 16), pause: 0)]),
    ReaderBehaviour(
      "headers without end",
      "alone | - | read 0, dropped 0, owed 2 | its headers are larger than 256 KB",
      [
        .send(Array("HTTP/1.1 200 OK\r\n".utf8)),
        .endless(Array("X-A: \(String(repeating: "b", count: 4096))\r\n".utf8), pause: 0),
      ]),
    ReaderBehaviour(
      "429 with Retry-After",
      "alone | - | read 0, dropped 0, owed 2 | it wants no question before 2026-11-23T12:02:00Z",
      .answer("429 Too Many Requests", ["Retry-After: 120"])),
    ReaderBehaviour(
      "429 without",
      "alone | - | read 0, dropped 0, owed 2 | it wants no question before 2026-11-23T13:00:00Z",
      .answer("429 Too Many Requests")),
    ReaderBehaviour(
      "503 with Retry-After",
      "alone | - | read 0, dropped 0, owed 2 | it wants no question before 2026-11-23T12:00:30Z",
      .answer("503 Service Unavailable", ["Retry-After: 30"])),
    ReaderBehaviour(
      "500", "alone | - | read 0, dropped 0, owed 2 | HTTP 500",
      .answer("500 Internal Server Error")),
    ReaderBehaviour(
      "401", "alone | - | read 0, dropped 0, owed 2 | it does not accept the key (HTTP 401 or 403)",
      .answer("401 Unauthorized")),
    ReaderBehaviour(
      "404", "alone | - | read 0, dropped 0, owed 2 | it knows no such address or model (HTTP 404)",
      .answer("404 Not Found")),
    ReaderBehaviour(
      "400 whatever is asked", "alone | - | read 0, dropped 0, owed 2 | HTTP 400",
      .answer("400 Bad Request")),
    ReaderBehaviour("400 to all but a plain question", "none | - | read 1, dropped 0, owed 1") {
      request in
      String(decoding: request.body, as: UTF8.self).contains("response_format")
        ? .answer("400 Bad Request")
        : .answer(text: completion(#"{"items":[{"n":1,"none":"ad","events":[]}]}"#))
    },
    ReaderBehaviour(
      "a redirect",
      "alone | - | read 0, dropped 0, owed 2 | it redirects (HTTP 307), and no redirect is followed with a key",
      .answer("307 Temporary Redirect", ["Location: http://127.0.0.1:9/"])),
    ReaderBehaviour(
      "204", "alone | - | read 0, dropped 0, owed 2 | HTTP 204", .answer("204 No Content")),
  ]
}
