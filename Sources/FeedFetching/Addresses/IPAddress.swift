import Foundation

/// An Internet address as bytes in network order.
package enum IPAddress: Hashable, Sendable {
  case v4(UInt32)
  /// Sixteen bytes.
  case v6([UInt8])

  /// Reads `192.0.2.1` and `2001:db8::1`, as inet_pton(3) does; nil for anything else, names too.
  package init?(_ text: String) {
    var four = in_addr()
    var six = in6_addr()
    if inet_pton(AF_INET, text, &four) == 1 {
      self = .v4(UInt32(bigEndian: four.s_addr))
    } else if inet_pton(AF_INET6, text, &six) == 1 {
      self = .v6(withUnsafeBytes(of: &six) { Array($0) })
    } else {
      return nil
    }
  }

  /// The address in a `sockaddr`; nil when it is of another family.
  init?(_ socketAddress: UnsafeRawPointer, length: Int) {
    let family = socketAddress.loadUnaligned(as: sockaddr.self).sa_family
    if Int32(family) == AF_INET, length >= MemoryLayout<sockaddr_in>.size {
      let address = socketAddress.loadUnaligned(as: sockaddr_in.self).sin_addr
      self = .v4(UInt32(bigEndian: address.s_addr))
    } else if Int32(family) == AF_INET6, length >= MemoryLayout<sockaddr_in6>.size {
      var address = socketAddress.loadUnaligned(as: sockaddr_in6.self).sin6_addr
      self = .v6(withUnsafeBytes(of: &address) { Array($0) })
    } else {
      return nil
    }
  }
}

extension IPAddress: CustomStringConvertible {
  package var description: String {
    var text = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN))
    switch self {
    case .v4(let number):
      var address = number.bigEndian
      inet_ntop(AF_INET, &address, &text, socklen_t(text.count))
    case .v6(let bytes):
      inet_ntop(AF_INET6, bytes, &text, socklen_t(text.count))
    }
    return String(decoding: text.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }
}
