/// HTTP's status codes (RFC 9110 §15) in words a subscriber can act on.
enum StatusCode {
  static func meaning(_ code: Int) -> String? {
    switch code {
    case 401, 407: "it wants a password; give one with feed add --header"
    case 402: "it wants to be paid"
    case 403: "the server forbids it; it may refuse all programs"
    case 404: "there is no such page"
    case 406: "the server offers no form that a feed reader can read"
    case 408: "the server gave up waiting"
    case 421: "the server does not know this host"
    case 429: "too many requests"
    case 451: "withheld for legal reasons"
    case 500: "the server has a fault"
    case 502, 504: "the server behind the server does not answer"
    case 503: "the server is overloaded or in repair"
    case 520...530: "the server behind Cloudflare does not answer"
    default: nil
    }
  }
}
