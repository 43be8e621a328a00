import LoopbackServer

extension Behaviour {
  private static func status(_ status: String, _ outcome: String) -> Self {
    self.status(status, [], outcome)
  }

  private static func status(_ status: String, _ headers: [String], _ outcome: String) -> Self {
    Behaviour(([status] + headers).joined(separator: ", "), outcome, .answer(status, headers))
  }

  static let statuses: [Behaviour] = [
    Behaviour("a feed", "read \(Sample.size) bytes", .answer(text: Sample.text)),
    Behaviour(
      "a feed changed by a proxy", "read \(Sample.size) bytes",
      .answer("203 Non-Authoritative Information", text: Sample.text)),
    Behaviour("304 as asked for", "not modified", isConditional: true, .answer("304 Not Modified")),
    status("304 Not Modified", "failed: HTTP 304, although the request set no condition"),
    status("204 No Content", "failed: the answer is empty"),
    Behaviour(
      "206 unasked", "failed: HTTP 206", .answer("206 Partial Content", text: Sample.text)),
    status("300 Multiple Choices", "failed: HTTP 300"),
    status("302 Found without a Location", "failed: HTTP 302"),
    status("400 Bad Request", "failed: HTTP 400"),
    status(
      "401 Unauthorized", "failed: HTTP 401: it wants a password; give one with feed add --header"),
    status("402 Payment Required", "failed: HTTP 402: it wants to be paid"),
    status("403 Forbidden", "failed: HTTP 403: the server forbids it; it may refuse all programs"),
    status(
      "403 Forbidden", ["Cf-Mitigated: challenge"],
      "failed: the server lets only browsers in (a challenge page)"),
    status("404 Not Found", "failed: HTTP 404: there is no such page"),
    status(
      "406 Not Acceptable",
      "failed: HTTP 406: the server offers no form that a feed reader can read"),
    status("410 Gone", "gone for good (HTTP 410)"),
    status("418 I'm a teapot", "failed: HTTP 418"),
    status("451 Unavailable", "failed: HTTP 451: withheld for legal reasons"),
    status("500 Internal Server Error", "failed: HTTP 500: the server has a fault"),
    status(
      "502 Bad Gateway", "failed: HTTP 502: the server behind the server does not answer"),
    status("503 Service Unavailable", "failed: HTTP 503: the server is overloaded or in repair"),
    status("522 ", "failed: HTTP 522: the server behind Cloudflare does not answer"),
    status("999 Request denied", "failed: HTTP 999"),
    status(
      "429 Too Many Requests", ["Retry-After: 120"],
      "the host wants no request before 2026-11-23T12:02:00Z"),
    status(
      "429 Too Many Requests", ["Retry-After: Mon, 23 Nov 2026 12:30:00 GMT"],
      "the host wants no request before 2026-11-23T12:30:00Z"),
    status(
      "429 Too Many Requests", "the host wants no request before 2026-11-23T13:00:00Z"),
    status(
      "429 Too Many Requests", ["Retry-After: soon"],
      "the host wants no request before 2026-11-23T13:00:00Z"),
    status(
      "429 Too Many Requests", ["Retry-After: 99999999999999999999"],
      "the host wants no request before 2026-11-30T12:00:00Z"),
    status(
      "429 Too Many Requests", ["Retry-After: Sun, 06 Nov 1994 08:49:37 GMT"],
      "the host wants no request before 2026-11-23T13:00:00Z"),
    status(
      "429 Too Many Requests", ["Retry-After: 0"],
      "the host wants no request before 2026-11-23T13:00:00Z"),
    status(
      "503 Service Unavailable", ["Retry-After: 0"],
      "failed: HTTP 503: the server is overloaded or in repair"),
    status(
      "503 Service Unavailable", ["Retry-After: 60"],
      "the host wants no request before 2026-11-23T12:01:00Z"),
  ]
}
