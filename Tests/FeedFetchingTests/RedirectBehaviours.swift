import LoopbackServer

extension Behaviour {
  /// `/feed` redirects to a place; any other address serves the feed.
  private static func redirect(_ status: String, to location: String, _ outcome: String) -> Self {
    Behaviour("\(status) to \(location)", outcome) { request in
      request.target == "/feed"
        ? .answer(status, ["Location: \(location)"]) : .answer(text: Sample.text)
    }
  }
  private static let whole = "read \(Sample.size) bytes"

  private static func refusing(scheme: String) -> Self {
    redirect(
      "302 Found", to: "\(scheme)://127.0.0.1/etc/passwd",
      "refused: \(scheme): is not fetched; only http and https are")
  }

  private static func refusing(host: String, kind: String) -> Self {
    redirect(
      "301 Moved Permanently", to: "http://\(host)/latest/meta-data/",
      "refused: \(host.filter { !"[]".contains($0) }) is a \(kind) address; "
        + "--allow-private fetches from it all the same")
  }

  static let redirects: [Behaviour] = [
    redirect("301 Moved Permanently", to: "/new", whole),
    redirect("302 Found", to: "new?a=b#c", whole),
    redirect("303 See Other", to: "/new", whole),
    redirect("307 Temporary Redirect", to: "/new", whole),
    redirect("308 Permanent Redirect", to: "//127.0.0.1:9/", "failed: cannot connect to 127.0.0.1"),
    redirect("302 Found", to: "/feed", "refused: it redirects more than 8 times"),
    refusing(scheme: "file"), refusing(scheme: "ftp"), refusing(scheme: "gopher"),
    refusing(host: "10.0.0.1", kind: "private"), refusing(host: "[::1]", kind: "loopback"),
    refusing(host: "169.254.169.254", kind: "link-local"),
    redirect("302 Found", to: "http://", "refused: “http://” is no URL"),
    Behaviour("a cookie wall lets in who brings the cookie back", whole) {
      $0.headers["cookie"] == "seen=1"
        ? .answer(text: Sample.text)
        : .answer("302 Found", ["Location: /feed", "Set-Cookie: seen=1; Path=/"])
    },
    Behaviour(
      "a cookie wall that lets nobody in",
      "refused: it redirects more than 8 times and sets cookies: it may let only browsers in"
    ) { _ in .answer("302 Found", ["Location: /feed", "Set-Cookie: seen=1; Path=/"]) },
    Behaviour("a cookie is kept from another host", whole) {
      if $0.target == "/feed" {
        return .answer(
          "302 Found", ["Location: http://localhost:\($0.port)/new", "Set-Cookie: a=b; Path=/"])
      }
      return $0.headers["cookie"] == nil ? .answer(text: Sample.text) : .answer("500 Leak")
    },
    Behaviour("headers for another host are kept from it", whole, headers: ["X-Key: secret"]) {
      if $0.target == "/feed" {
        return .answer("302 Found", ["Location: http://localhost:\($0.port)/new"])
      }
      return $0.headers["x-key"] == nil ? .answer(text: Sample.text) : .answer("500 Leak")
    },
  ]
}
