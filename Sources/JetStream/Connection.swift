import CNATS
import Foundation
import JSONText

/// A connection to the servers, and the answers that come over it. Not safe to be used by two at once.
final class Connection {
  private let handle: OpaquePointer
  private var operations = 0
  /// How far the log is known to go: what a server that lags behind does not have yet is waited for.
  private(set) var known: Int64 = 0

  /// Why nobody answers.
  struct Unreachable: Error {
    let reason: String
  }

  /// Connects to one of the servers; throws ``LibraryMissing`` or ``Unreachable``.
  init(_ address: LogAddress, milliseconds: Int64) throws {
    if let reason = annals_nats_load() { throw LibraryMissing(reason: String(cString: reason)) }
    var reason: UnsafePointer<CChar>?
    let servers = address.servers.map { UnsafePointer(strdup($0)) }
    defer { for server in servers { free(UnsafeMutablePointer(mutating: server)) } }
    var list = servers
    let handle = annals_nats_connect(
      &list, Int32(list.count), address.credentials, milliseconds, &reason)
    guard let handle else {
      throw Unreachable(reason: reason.map { String(cString: $0) } ?? "no server answers")
    }
    self.handle = handle
  }

  deinit { annals_nats_close(handle) }

  /// A number that tells the answers of one piece of work from those that come too late for another.
  func begin() -> Int {
    operations += 1
    return operations
  }

  /// How many bytes a record may have: a message may have more, for its headers.
  var longest: Int { Int(annals_nats_most(handle)) - 1024 }

  func note(end: Int64) { known = max(known, end) }

  /// Sends a message; what answers it comes with the token.
  func send(
    _ bytes: [UInt8], to subject: String, token: String?, headers: Headers = Headers()
  ) throws(Unreachable) {
    let problem = bytes.withUnsafeBytes { bytes in
      headers.bytes.withUnsafeBytes { headerBytes in
        annals_nats_send(
          handle, subject, token, headerBytes.baseAddress?.assumingMemoryBound(to: CChar.self),
          Int32(headers.count), bytes.baseAddress, Int32(bytes.count))
      }
    }
    if let problem { throw Unreachable(reason: String(cString: problem)) }
  }

  /// What the next answer says; nil where none comes in time.
  func next<Value>(within milliseconds: Int, _ body: (Answer) throws -> Value) rethrows -> Value? {
    guard let message = annals_nats_next(handle, Int64(milliseconds)) else { return nil }
    defer { annals_nats_free(message) }
    return try body(Answer(connection: handle, message: message))
  }

  /// Asks, and gives the answer.
  func request(
    _ json: JSON?, of subject: String, milliseconds: Int = 5000
  ) throws(Unreachable) -> JSON {
    let token = "\(begin())"
    try send(json.map { Array($0.text.utf8) } ?? [], to: subject, token: token)
    let deadline = ContinuousClock.now + .milliseconds(milliseconds)
    while ContinuousClock.now < deadline {
      let answer = next(within: 200) { answer in
        answer.token == token ? answer.json : nil
      }
      if let answer, let answer { return answer }
    }
    throw Unreachable(reason: "no answer")
  }
}

/// libnats is not here, or is not as it should be.
package struct LibraryMissing: Error {
  package let reason: String
}

/// The headers of a message, as the shim takes them.
struct Headers {
  private(set) var bytes: [UInt8] = []
  private(set) var count = 0

  mutating func add(_ name: StaticString, _ value: String) {
    name.withUTF8Buffer { bytes.append(contentsOf: $0) }
    bytes.append(0)
    bytes.append(contentsOf: value.utf8)
    bytes.append(0)
    count += 1
  }
}

/// A message that came; gone after it was looked at.
struct Answer {
  fileprivate let connection: OpaquePointer
  fileprivate let message: OpaquePointer

  var token: String { String(cString: annals_nats_token(connection, message)) }

  var bytes: [UInt8] {
    var count: Int32 = 0
    let bytes = annals_nats_bytes(message, &count)
    return Array(UnsafeRawBufferPointer(start: bytes, count: Int(count)))
  }

  /// What it says; `{}` where that is no JSON, as of a server that says by headers that it cannot answer.
  var json: JSON {
    if let status = self["Status"] {
      return .object(["error": .object(["code": .number(Int64(status) ?? 503)])])
    }
    return (try? JSON.parse(bytes)) ?? .object([])
  }

  subscript(name: String) -> String? {
    annals_nats_header(message, name).map { String(cString: $0) }
  }
}
