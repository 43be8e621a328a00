/// How requests are made.
public struct FetchOptions: Sendable {
  public var limits = FetchLimits()
  /// Says who asks, with an address where the owner of a server finds out more.
  public var userAgent: String
  public var addresses = AddressPolicy.publicOnly
  public var proxies = Proxies()
  /// Where to connect whatever the URL says, as libcurl's `CONNECT_TO` (`::127.0.0.1:8080`): for tests.
  public var connectTo: String?
  /// Names and their addresses, as libcurl's `RESOLVE` (`name:80:127.0.0.1`): for tests.
  public var resolve: [String] = []

  public init(userAgent: String) { self.userAgent = userAgent }
}
