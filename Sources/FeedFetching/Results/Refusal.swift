import EventModel

/// Why we will not load something, whatever the server would say.
package enum Refusal: Error, Equatable, Sendable, CustomStringConvertible {
  case badURL(String)
  /// The list that it comes from had left it out.
  case secretMissing
  case scheme(String)
  /// `kind` is what the address is: private, loopback …
  case address(host: String, kind: String)
  /// `setsCookies` when an answer on the way set one.
  case tooManyRedirects(limit: Int, setsCookies: Bool)
  /// Bytes after decompression.
  case tooLarge(limit: Int)
  case headersTooLarge(limit: Int)
  case webPage
  /// With an algorithm such as gzip, and no header says so.
  case compressed(String)
  /// What it is instead, such as “a PDF”.
  case notAFeed(String)

  package var description: String {
    switch self {
    case .badURL(let text): "“\(Redaction.typed(text))” is no URL"
    case .secretMissing:
      "a password or key of its address is missing; give the whole address with annals feed add"
    case .scheme(let scheme): "\(scheme): is not fetched; only http and https are"
    case .address(let host, let kind):
      "\(host) is a \(kind) address; --allow-private fetches from it all the same"
    case .tooManyRedirects(let limit, setsCookies: false): "it redirects more than \(limit) times"
    case .tooManyRedirects(let limit, setsCookies: true):
      "it redirects more than \(limit) times and sets cookies: it may let only browsers in"
    case .tooLarge(let limit): "it is larger than \(limit >> 20) MB unpacked"
    case .headersTooLarge(let limit): "its headers are larger than \(limit >> 10) KB"
    case .webPage: "it is a web page, not a feed; annals feed add finds the feeds of a page"
    case .compressed(let algorithm):
      "it is compressed (\(algorithm)), and no header of the answer says so (Content-Encoding)"
    case .notAFeed(let kind): "it is \(kind), not a feed"
    }
  }
}

extension Refusal {
  /// Whether it is a rule of ours that forbids it, and no fault of the feed's.
  var isOurRule: Bool { if case .address = self { true } else { false } }
}
