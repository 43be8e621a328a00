import EventModel

/// An address that a page may lead to: of the web, or of the page and its neighbours. No other scheme is
/// one, so that `javascript:` and `data:` are not links but text.
package struct Link: Hashable, Sendable {
  let address: String

  /// Nil for what is no http or https address.
  package init?(web address: String) {
    guard AddressParts(address).isOfWeb else { return nil }
    self.address = SafeText.address(address)
  }

  /// A place of the same page.
  package init(place: String) { address = "#" + SafeText.address(place) }

  /// A page beside this one, and a place of it.
  package init(file: String, place: String? = nil) {
    // Were there a colon in it, the part before would be a scheme.
    let name = SafeText.address(file).replacing("%", with: "%25").replacing(":", with: "%3A")
      .replacing("#", with: "%23").replacing("?", with: "%3F")
    address = "./" + name + (place.map { "#" + SafeText.address($0) } ?? "")
  }

  /// A view of the server that shows the page; `path` begins with a slash, `query` is escaped.
  package init(path: String, query: [(name: String, value: String)] = []) {
    precondition(path.hasPrefix("/") && !path.hasPrefix("//"))
    let words = query.map { "\(Link.escaped($0.name))=\(Link.escaped($0.value))" }
    address = SafeText.address(path) + (words.isEmpty ? "" : "?" + words.joined(separator: "&"))
  }

  private static func escaped(_ text: String) -> String {
    var out = ""
    for byte in text.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E:
        out.unicodeScalars.append(UnicodeScalar(byte))
      default:
        out += (byte < 16 ? "%0" : "%") + String(byte, radix: 16, uppercase: true)
      }
    }
    return out
  }
}
