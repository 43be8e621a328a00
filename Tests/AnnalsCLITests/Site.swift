import LoopbackServer
import Synchronization

/// A web site whose pages change under the hands of a test.
final class Site: Sendable {
  private let pages: Mutex<[String: [Step]]>

  init(_ pages: [String: [Step]] = [:]) { self.pages = Mutex(pages) }

  func serve() throws -> LoopbackServer {
    try LoopbackServer { [self] request in
      pages.withLock { $0[request.target] } ?? .answer("404 Not Found")
    }
  }

  subscript(target: String) -> [Step] {
    get { pages.withLock { $0[target] ?? [] } }
    set { pages.withLock { $0[target] = newValue } }
  }

  /// An RSS feed with these items.
  static func feed(_ items: [String], title: String = "Sample", extra: String = "") -> String {
    let items = items.map {
      "<item><guid>\($0)</guid><title>\($0)</title><link>http://example.org/\($0)</link></item>"
    }
    return """
      <?xml version="1.0"?><rss version="2.0"><channel><title>\(title)</title>\(extra)\
      \(items.joined())</channel></rss>
      """
  }
}
