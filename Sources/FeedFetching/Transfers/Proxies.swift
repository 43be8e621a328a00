/// The proxies that the environment names, read as curl(1) reads them.
package struct Proxies: Equatable, Sendable {
  package let http: String?
  package let https: String?
  /// Hosts to reach without a proxy: names (with all names below them), addresses, or `*`.
  package let exceptions: [String]

  package init(environment: [String: String] = [:]) {
    func value(_ names: String...) -> String? {
      names.lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
    }
    let all = value("all_proxy", "ALL_PROXY")
    // HTTP_PROXY in capitals can be set from outside in a CGI program; nobody reads it.
    http = value("http_proxy") ?? all
    https = value("https_proxy", "HTTPS_PROXY") ?? all
    exceptions = (value("no_proxy", "NO_PROXY") ?? "").split(whereSeparator: { ", ".contains($0) })
      .map { $0.lowercased() }
  }

  /// The proxy for a URL; nil when it is asked directly.
  package func proxy(for url: FeedURL) -> String? {
    let isException = exceptions.contains { exception in
      let name = exception.drop { $0 == "." }
      return exception == "*" || url.host == name || url.host.hasSuffix(".\(name)")
    }
    return isException ? nil : url.scheme == "https" ? https : http
  }
}
