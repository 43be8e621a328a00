/// A complete answer, after redirects.
package struct Response: Equatable, Sendable {
  package let status: Int
  package let headers: Headers
  /// Decompressed.
  package let body: [UInt8]
  /// The address that answered, without its secrets.
  package let url: String
  /// The redirects that led there, in order.
  package let redirects: [Redirect]
  /// Whether validators were sent.
  package let wasConditional: Bool
  /// Whether it came from an address that is not public, of the very host that was to be asked.
  package let isPrivate: Bool

  package struct Redirect: Equatable, Sendable {
    package let status: Int
    /// Where it led, with its secrets.
    package let url: String

    package init(status: Int, url: String) {
      self.status = status
      self.url = url
    }

    /// 301 and 308: for good (RFC 9110 §15.4).
    var isPermanent: Bool { status == 301 || status == 308 }
  }

  package init(
    status: Int, headers: Headers = [:], body: [UInt8] = [], url: String,
    redirects: [Redirect] = [], wasConditional: Bool = false, isPrivate: Bool = false
  ) {
    self.status = status
    self.headers = headers
    self.body = body
    self.url = url
    self.redirects = redirects
    self.wasConditional = wasConditional
    self.isPrivate = isPrivate
  }

  /// Where the feed has moved for good, with its secrets: as far as redirects are permanent from the
  /// first on.
  package var permanentURL: String? { redirects.prefix(while: \.isPermanent).last?.url }
}
