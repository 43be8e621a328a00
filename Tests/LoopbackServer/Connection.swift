import Foundation

/// One client's connection, request after request.
struct Connection {
  private let client: Int32
  private let port: Int

  init(_ client: Int32, port: Int) {
    self.client = client
    self.port = port
    var yes: Int32 = 1
    setsockopt(client, Int32(IPPROTO_TCP), TCP_NODELAY, &yes, socklen_t(MemoryLayout<Int32>.size))
  }

  func serve(_ answer: (ServedRequest) -> [Step]) {
    defer { close(client) }
    while let head = readHead(), let request = ServedRequest(head, port: port) {
      for step in answer(request) where !take(step) { return }
    }
  }

  /// False when the connection has ended.
  private func take(_ step: Step) -> Bool {
    switch step {
    case .send(let bytes): return send(bytes)
    case .wait(let milliseconds):
      usleep(UInt32(milliseconds) * 1000)
      return true
    case .endless(let bytes, let pause):
      while send(bytes) { if pause > 0 { usleep(UInt32(pause) * 1000) } }
      return false
    case .close: return false
    case .reset:
      var linger = linger(l_onoff: 1, l_linger: 0)
      setsockopt(
        client, SOL_SOCKET, SO_LINGER, &linger, socklen_t(MemoryLayout.size(ofValue: linger)))
      return false
    }
  }

  private func send(_ bytes: [UInt8]) -> Bool {
    var sent = 0
    while sent < bytes.count {
      let count = bytes[sent...].withUnsafeBytes {
        Foundation.send(client, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else { return false }
      sent += count
    }
    return true
  }

  private func readHead() -> [UInt8]? {
    var head: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 4096)
    while !head.suffix(4).elementsEqual([13, 10, 13, 10]) {
      let count = recv(client, &chunk, chunk.count, 0)
      guard count > 0 else { return nil }
      head += chunk[..<count]
      if head[0] == 0x16 {  // a TLS handshake (RFC 8446 §5.1)
        _ = send([UInt8]("HTTP/1.1 400 Bad Request\r\n\r\n".utf8))
        return nil
      }
    }
    return head
  }
}
