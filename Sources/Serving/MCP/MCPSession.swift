import Foundation
import JSONText
import Rendering
import Synchronization

/// Messages by lines over two streams (the protocol's stdio transport). Lines are read while an answer is
/// made, so that a request can be taken back.
package final class MCPSession: Sendable {
  private struct State {
    var waiting: [Message] = []
    var cancelled: Set<JSON> = []
  }

  private enum Message {
    case message(JSON)
    case unreadable(String)
  }

  private let state = Mutex(State())
  private let hasCome = DispatchSemaphore(value: 0)

  /// The longest line that is read.
  private static let longest = 1 << 20
  /// So many messages wait at most; more are left in the pipe.
  private static let most = 256

  package init() {}

  /// Answers until the lines end.
  ///
  /// - Parameters:
  ///   - read: gives the bytes that have come, none at the end.
  ///   - write: takes whole lines.
  package func run(
    _ server: MCPServer, read: @escaping @Sendable () throws -> [UInt8],
    write: ([UInt8]) throws -> Void
  ) throws {
    Thread.detachNewThread { self.listen(read) }
    while let message = next() {
      let answer: JSON?
      switch message {
      case .message(let message): answer = isCancelled(message) ? nil : server.reply(to: message)
      case .unreadable(let reason): answer = MCPServer.unreadable(reason)
      }
      guard let answer, !isCancelled(answer) else { continue }
      try write(SafeText.json(answer.bytes) + [UInt8(ascii: "\n")])
    }
  }

  private func listen(_ read: () throws -> [UInt8]) {
    var line: [UInt8] = []
    var isTooLong = false
    while let bytes = try? read(), !bytes.isEmpty {
      for piece in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        .enumerated()
      {
        if piece.offset > 0 {
          take(line, isTooLong)
          line.removeAll(keepingCapacity: true)
          isTooLong = false
        }
        if line.count + piece.element.count > MCPSession.longest { isTooLong = true }
        if !isTooLong { line += piece.element }
      }
    }
    take(line, isTooLong)
    // A signal without a message is the end.
    hasCome.signal()
  }

  private func take(_ line: [UInt8], _ isTooLong: Bool) {
    guard isTooLong || line.contains(where: { $0 > 0x20 }) else { return }
    var message = Message.unreadable("a line is longer than \(MCPSession.longest) bytes")
    if !isTooLong {
      do { message = .message(try JSON.parse(line)) } catch {
        message = .unreadable("a line is no JSON: \(error)")
      }
    }
    if case .message(let json) = message, json["method"] == "notifications/cancelled" {
      if let id = json["params"]?["requestId"] { state.withLock { _ = $0.cancelled.insert(id) } }
      return
    }
    while state.withLock({ $0.waiting.count >= MCPSession.most }) { usleep(10_000) }
    state.withLock { $0.waiting.append(message) }
    hasCome.signal()
  }

  private func next() -> Message? {
    hasCome.wait()
    return state.withLock { $0.waiting.isEmpty ? nil : $0.waiting.removeFirst() }
  }

  /// Whether the request of this id has been taken back.
  private func isCancelled(_ message: JSON) -> Bool {
    message["id"].map { id in state.withLock { $0.cancelled.contains(id) } } ?? false
  }
}
