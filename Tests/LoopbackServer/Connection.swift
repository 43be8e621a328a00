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
    var received: [UInt8] = []
    while let head = readHead(&received), var request = ServedRequest(head, port: port),
      let body = read(&received, count: Int(request.headers["content-length"] ?? "0") ?? 0)
    {
      request.body = body
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
    case .silence:
      var heard: [UInt8] = []
      while receive(&heard) {}
      return false
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

  /// Takes a request's head off what has been received.
  private func readHead(_ received: inout [UInt8]) -> [UInt8]? {
    while true {
      if let end = received.firstRange(of: [13, 10, 13, 10] as [UInt8])?.upperBound {
        return take(&received, count: end)
      }
      guard receive(&received) else { return nil }
      if received[0] == 0x16 {  // a TLS handshake (RFC 8446 §5.1)
        _ = send([UInt8]("HTTP/1.1 400 Bad Request\r\n\r\n".utf8))
        return nil
      }
    }
  }

  /// Takes so many bytes of a body off what has been received.
  private func read(_ received: inout [UInt8], count: Int) -> [UInt8]? {
    while received.count < count { guard receive(&received) else { return nil } }
    return take(&received, count: count)
  }

  private func take(_ received: inout [UInt8], count: Int) -> [UInt8] {
    defer { received.removeFirst(count) }
    return Array(received[..<count])
  }

  /// False when the client sends no more.
  private func receive(_ received: inout [UInt8]) -> Bool {
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    let count = recv(client, &chunk, chunk.count, 0)
    if count > 0 { received += chunk[..<count] }
    return count > 0
  }
}
