import Foundation
import Synchronization

/// A web server on loopback that does what a test wants of it, step by step, right or wrong.
package final class LoopbackServer: Sendable {
  package typealias Respond = @Sendable (ServedRequest) -> [Step]

  package let port: Int
  private let listener: Int32
  private let respond: Respond
  private let served = Mutex<[ServedRequest]>([])

  /// Listens on a free port of 127.0.0.1, or of ::1.
  package init(onIPv6: Bool = false, respond: @escaping Respond) throws {
    self.respond = respond
    let family = onIPv6 ? AF_INET6 : AF_INET
    listener = socket(family, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
    var length = socklen_t()
    var address = sockaddr_storage()
    withUnsafeMutableBytes(of: &address) { bytes in
      if onIPv6 {
        length = socklen_t(MemoryLayout<sockaddr_in6>.size)
        var six = sockaddr_in6()
        six.sin6_family = sa_family_t(AF_INET6)
        six.sin6_addr = in6addr_loopback
        bytes.storeBytes(of: six, as: sockaddr_in6.self)
      } else {
        length = socklen_t(MemoryLayout<sockaddr_in>.size)
        var four = sockaddr_in()
        four.sin_family = sa_family_t(AF_INET)
        four.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        bytes.storeBytes(of: four, as: sockaddr_in.self)
      }
    }
    let listener = listener
    let isListening = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(listener, $0, length) == 0 && listen(listener, 1024) == 0
          && getsockname(listener, $0, &length) == 0
      }
    }
    guard isListening else {
      Foundation.close(listener)
      throw POSIXError(.EADDRNOTAVAIL)
    }
    // The port stands at the same place in both kinds of address.
    port = withUnsafeBytes(of: address) {
      Int(UInt16(bigEndian: $0.load(fromByteOffset: 2, as: UInt16.self)))
    }
    Thread.detachNewThread { [weak self, listener] in
      while true {
        let client = accept(listener, nil, nil)
        guard client >= 0, let self else { break }
        Thread.detachNewThread { Connection(client, port: self.port).serve(self.answer) }
      }
      Foundation.close(listener)
    }
  }

  deinit { shutdown(listener, Int32(SHUT_RDWR)) }

  /// What has been asked for so far, in order.
  package var requests: [ServedRequest] { served.withLock { $0 } }

  package func url(_ target: String, host: String = "127.0.0.1") -> String {
    "http://\(host):\(port)\(target)"
  }

  private func answer(_ request: ServedRequest) -> [Step] {
    served.withLock { $0.append(request) }
    return respond(request)
  }
}
