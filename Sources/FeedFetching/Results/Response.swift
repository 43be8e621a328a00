/// A complete answer, after redirects.
public struct Response: Equatable, Sendable {
  public let status: Int
  public let headers: Headers
  /// Decompressed.
  public let body: [UInt8]
  /// The address that answered, without its secrets.
  public let url: String
  /// The redirects that led there, in order.
  public let redirects: [Redirect]
  /// Whether validators were sent.
  public let wasConditional: Bool

  public struct Redirect: Equatable, Sendable {
    public let status: Int
    /// Where it led, with its secrets.
    public let url: String

    public init(status: Int, url: String) {
      self.status = status
      self.url = url
    }

    /// 301 and 308: for good (RFC 9110 §15.4).
    var isPermanent: Bool { status == 301 || status == 308 }
  }

  public init(
    status: Int, headers: Headers = [:], body: [UInt8] = [], url: String,
    redirects: [Redirect] = [], wasConditional: Bool = false
  ) {
    self.status = status
    self.headers = headers
    self.body = body
    self.url = url
    self.redirects = redirects
    self.wasConditional = wasConditional
  }

  /// Where the feed has moved for good, with its secrets: as far as redirects are permanent from the
  /// first on.
  public var permanentURL: String? { redirects.prefix(while: \.isPermanent).last?.url }
}
