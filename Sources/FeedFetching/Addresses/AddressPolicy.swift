/// Which addresses may be connected to. Asked after DNS for every connection, so that a name that
/// changes its mind (DNS rebinding) gains nothing.
package struct AddressPolicy: Sendable {
  /// What kind of address it is that must not be connected to, such as “loopback”; nil when it may.
  package let refusal: @Sendable (IPAddress) -> String?

  package init(refusal: @escaping @Sendable (IPAddress) -> String?) { self.refusal = refusal }

  /// Addresses of the public Internet alone.
  package static let publicOnly = AddressPolicy(refusal: kind)
  /// Any address: for those who serve themselves.
  package static let anywhere = AddressPolicy { _ in nil }

  /// What an address is by the IANA special-purpose registries (RFC 6890) when it is not public.
  static func kind(of address: IPAddress) -> String? {
    switch address {
    case .v4(let number): kindV4(number)
    case .v6(let bytes): kindV6(bytes)
    }
  }

  private static let blocksV4: [(network: UInt32, length: UInt32, kind: String)] = [
    (0x0000_0000, 8, "unspecified"), (0x0A00_0000, 8, "private"),
    (0x6440_0000, 10, "carrier-grade NAT"), (0x7F00_0000, 8, "loopback"),
    (0xA9FE_0000, 16, "link-local"), (0xAC10_0000, 12, "private"),
    (0xC000_0000, 24, "reserved"), (0xC000_0200, 24, "documentation"),
    (0xC058_6300, 24, "reserved"), (0xC0A8_0000, 16, "private"),
    (0xC612_0000, 15, "benchmarking"), (0xC633_6400, 24, "documentation"),
    (0xCB00_7100, 24, "documentation"), (0xE000_0000, 4, "multicast"),
    (0xF000_0000, 4, "reserved"),
  ]

  private static func kindV4(_ number: UInt32) -> String? {
    blocksV4.first { number >> (32 - $0.length) == $0.network >> (32 - $0.length) }?.kind
  }

  private static let blocksV6: [(prefix: [UInt8], kind: String)] = [
    ([0x20, 0x01, 0x0D, 0xB8], "documentation"),
    ([0x20, 0x01, 0, 0], "Teredo"), ([0x3F, 0xFF], "documentation"),
    ([0, 0x64, 0xFF, 0x9B, 0, 1], "local NAT64"),
  ]

  private static func kindV6(_ bytes: [UInt8]) -> String? {
    func v4(at index: Int) -> UInt32 { bytes[index..<index + 4].reduce(0) { $0 << 8 | UInt32($1) } }
    if bytes.dropLast().allSatisfy({ $0 == 0 }) {
      return bytes[15] == 1 ? "loopback" : "unspecified"
    }
    if let block = blocksV6.first(where: { bytes.starts(with: $0.prefix) }) { return block.kind }
    // Addresses that carry an IPv4 one: mapped (RFC 4291), NAT64 (RFC 6052), 6to4 (RFC 3056).
    if bytes.starts(with: Array(repeating: 0, count: 10) + [0xFF, 0xFF]) {
      return kindV4(v4(at: 12))
    }
    if bytes.starts(with: [0, 0x64, 0xFF, 0x9B, 0, 0, 0, 0, 0, 0, 0, 0]) {
      return kindV4(v4(at: 12))
    }
    if bytes.starts(with: [0x20, 0x02]) { return kindV4(v4(at: 2)) }
    switch bytes[0] {
    case 0x20...0x3F: return nil
    case 0xFC, 0xFD: return "private"
    case 0xFE where bytes[1] & 0xC0 == 0x80: return "link-local"
    case 0xFF: return "multicast"
    default: return "reserved"
    }
  }
}
