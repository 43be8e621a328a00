import EventModel
import Testing

@Suite struct AddressPartsTests {
  @Test(arguments: [
    ("https://example.org/a:b?c#d", "https", "example.org"),
    ("HTTP://User:Pass@News.Example.ORG:8080/", "http", "news.example.org"),
    ("https://a@b@example.org?x", "https", "example.org"), ("http://[::1]:80/", "http", "::1"),
    ("mailto:a@example.org", "mailto", ""), ("javascript:alert('://x')", "javascript", ""),
    ("https://", "https", ""), ("http://example.org#a:b", "http", "example.org"),
  ])
  func `an address has a scheme and perhaps a host`(text: String, scheme: String, host: String) {
    let parts = AddressParts(text)
    #expect(parts.scheme == scheme && parts.host == host)
    #expect(parts.isOfWeb == scheme.hasPrefix("http"))
  }

  @Test(arguments: [
    ("https://example.org", false), ("https://example.org/", false),
    ("https://example.org:80/", false),
    ("https://example.org/a", true), ("https://example.org?a", true),
    ("https://example.org#a", true),
    ("mailto:a@example.org", false), ("/a", false),
  ])
  func `an address names a page of a site, or the site alone`(text: String, hasPage: Bool) {
    #expect(AddressParts(text).hasPage == hasPage)
  }

  @Test(arguments: ["", "/path:x", "example.org/a", "//example.org/", "?a:b", "#x", ":", "a"])
  func `a reference without a scheme has neither`(text: String) {
    #expect(AddressParts(text).scheme == nil && AddressParts(text).host == "")
  }
}
