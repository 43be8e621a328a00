/// How requests are made.
package struct FetchOptions: Sendable {
  package var limits = FetchLimits()
  /// Says who asks, with an address where the owner of a server finds out more.
  package var userAgent: String
  package var addresses = AddressPolicy.publicOnly
  package var proxies = Proxies()
  /// Where to connect whatever the URL says, as libcurl's `CONNECT_TO` (`::127.0.0.1:8080`): for tests.
  package var connectTo: String?
  /// Names and their addresses, as libcurl's `RESOLVE` (`name:80:127.0.0.1`): for tests.
  package var resolve: [String] = []

  package init(userAgent: String) { self.userAgent = userAgent }
}
