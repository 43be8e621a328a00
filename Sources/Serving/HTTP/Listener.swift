import Foundation

/// A socket that takes connections at one address.
package final class Listener {
  let descriptor: Int32
  /// The address in numbers, such as `127.0.0.1` or `::1`.
  package let address: String
  package let port: Int

  /// Listens at an address in numbers; port 0 takes a free one. Throws a ``ListenerError``.
  package init(_ address: String, port: Int) throws {
    var hints = addrinfo()
    hints.ai_flags = AI_NUMERICHOST | AI_NUMERICSERV | AI_PASSIVE
    #if canImport(Glibc)
      hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
    #else
      hints.ai_socktype = SOCK_STREAM
    #endif
    var found: UnsafeMutablePointer<addrinfo>?
    guard 0...65_535 ~= port, getaddrinfo(address, "\(port)", &hints, &found) == 0, let found else {
      throw ListenerError.noAddress(address)
    }
    defer { freeaddrinfo(found) }
    descriptor = socket(found.pointee.ai_family, found.pointee.ai_socktype, 0)
    var yes: Int32 = 1
    setsockopt(
      descriptor, SOL_SOCKET, SO_REUSEADDR, &yes, socklen_t(MemoryLayout<Int32>.size))
    Listener.setFlags(descriptor)
    guard bind(descriptor, found.pointee.ai_addr, found.pointee.ai_addrlen) == 0,
      listen(descriptor, 1024) == 0
    else {
      let reason = String(cString: strerror(errno))
      close(descriptor)
      throw ListenerError.unavailable(address, port: port, reason: reason)
    }
    self.address = address
    self.port = Listener.port(of: descriptor)
  }

  deinit { close(descriptor) }

  /// The next connection that waits; nil where none does.
  func accept() -> Int32? {
    let client = Foundation.accept(descriptor, nil, nil)
    guard client >= 0 else { return nil }
    Listener.setFlags(client)
    // A body goes out behind its head at once, not when the other side has acknowledged that.
    var yes: Int32 = 1
    setsockopt(
      client, Int32(IPPROTO_TCP), TCP_NODELAY, &yes, socklen_t(MemoryLayout<Int32>.size))
    return client
  }

  /// Neither waits nor is handed on to other programs.
  private static func setFlags(_ descriptor: Int32) {
    _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK)
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
  }

  private static func port(of descriptor: Int32) -> Int {
    var storage = sockaddr_storage()
    var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
    withUnsafeMutablePointer(to: &storage) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        _ = getsockname(descriptor, $0, &length)
      }
    }
    // The port stands at the same place in both kinds of address.
    return withUnsafeBytes(of: storage) {
      Int(UInt16(bigEndian: $0.load(fromByteOffset: 2, as: UInt16.self)))
    }
  }
}

package enum ListenerError: Error, Equatable, Sendable {
  /// Names are not looked up: it is to be seen who can ask.
  case noAddress(String)
  case unavailable(String, port: Int, reason: String)
}
