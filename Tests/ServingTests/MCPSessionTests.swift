import Foundation
import JSONText
import Serving
import Synchronization
import Testing

/// Messages as lines.
@Suite struct MCPSessionTests {
  /// What is answered to pieces of input, line by line.
  private func answers(_ pieces: [String]) throws -> [JSON] {
    let left = Mutex(pieces.map { Array($0.utf8) })
    var out: [UInt8] = []
    try MCPSession().run(
      MCPServerTests.server(),
      read: { left.withLock { $0.isEmpty ? [] : $0.removeFirst() } }, write: { out += $0 })
    return try out.split(separator: UInt8(ascii: "\n")).map { try JSON.parse(Array($0)) }
  }

  private static func ping(_ id: Int) -> String {
    #"{"jsonrpc":"2.0","id":\#(id),"method":"ping"}"#
  }

  @Test func `lines may come in any pieces`() throws {
    let text = "\(Self.ping(1))\n\r\n\(Self.ping(2))\n\(Self.ping(3))"
    for size in [1, 7, 1000] {
      let bytes = Array(text)
      let pieces = stride(from: 0, to: bytes.count, by: size).map {
        String(bytes[$0..<min($0 + size, bytes.count)])
      }
      #expect(try answers(pieces).map { $0["id"] } == [1, 2, 3])
    }
  }

  @Test func `a request that is taken back before its turn is not answered`() throws {
    let cancel = #"{"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":2}}"#
    #expect(try answers(["\(cancel)\n\(Self.ping(1))\n\(Self.ping(2))\n"]).map { $0["id"] } == [1])
  }

  @Test func `what is no JSON, or too long, is said and the rest answered`() throws {
    let long = String(repeating: "x", count: 1 << 21)
    let said = try answers(["{\n", long, "\n", Self.ping(4)])
    #expect(said.map { $0["error"]?["code"]?.integer } == [-32700, -32700, nil])
    #expect(said.last?["id"] == 4)
  }
}
