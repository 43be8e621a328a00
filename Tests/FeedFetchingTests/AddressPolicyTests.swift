import Testing

@testable import FeedFetching

@Suite struct AddressPolicyTests {
  @Test(arguments: [
    ("127.0.0.1", "loopback"), ("127.8.9.10", "loopback"), ("0.0.0.0", "unspecified"),
    ("10.1.2.3", "private"), ("172.16.0.1", "private"), ("172.31.255.255", "private"),
    ("192.168.1.1", "private"), ("100.64.0.1", "carrier-grade NAT"),
    ("100.127.255.255", "carrier-grade NAT"), ("169.254.169.254", "link-local"),
    ("192.0.2.1", "documentation"), ("198.18.0.1", "benchmarking"), ("224.0.0.1", "multicast"),
    ("255.255.255.255", "reserved"), ("::1", "loopback"), ("::", "unspecified"),
    ("fe80::1", "link-local"), ("febf::1", "link-local"), ("fc00::1", "private"),
    ("fd12:3456::1", "private"), ("ff02::1", "multicast"), ("2001:db8::1", "documentation"),
    ("::ffff:127.0.0.1", "loopback"), ("::ffff:10.0.0.1", "private"),
    ("::ffff:169.254.169.254", "link-local"), ("64:ff9b::127.0.0.1", "loopback"),
    ("64:ff9b::10.0.0.1", "private"), ("64:ff9b:1::1", "local NAT64"),
    ("2002:7f00:1::", "loopback"),
    ("2001:0:1::1", "Teredo"), ("::7f00:1", "reserved"), ("fec0::1", "reserved"),
  ])
  func `an address that is not public is named for what it is`(text: String, kind: String) throws {
    let address = try #require(IPAddress(text))
    #expect(AddressPolicy.publicOnly.refusal(address) == kind)
    #expect(AddressPolicy.anywhere.refusal(address) == nil)
  }

  @Test(arguments: [
    "1.1.1.1", "8.8.8.8", "172.15.255.255", "172.32.0.0", "100.63.255.255", "100.128.0.0",
    "192.169.0.1", "223.255.255.255", "2606:4700:4700::1111", "2a00:1450:4001::1",
    "::ffff:1.1.1.1", "64:ff9b::8.8.8.8", "2002:0101:0101::1",
  ])
  func `a public address may be connected to`(text: String) throws {
    #expect(AddressPolicy.publicOnly.refusal(try #require(IPAddress(text))) == nil)
  }
}
