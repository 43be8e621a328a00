/// What the server does in answer to a request, one after the other.
package enum Step: Sendable {
  case send([UInt8])
  case wait(milliseconds: Int)
  /// Says nothing until the client has had enough of it.
  case silence
  /// Sends the same again and again, with a pause between, until the client has enough of it.
  case endless([UInt8], pause: Int)
  /// Ends the connection in order.
  case close
  /// Ends the connection with a TCP reset.
  case reset
}

extension [Step] {
  /// A well-formed answer with its length; the connection stays open.
  package static func answer(
    _ status: String = "200 OK", _ headers: [String] = [], body: [UInt8] = [], after delay: Int = 0
  ) -> [Step] {
    let head = ["HTTP/1.1 \(status)"] + headers + ["Content-Length: \(body.count)", "", ""]
    let bytes = [UInt8](head.joined(separator: "\r\n").utf8) + body
    return (delay > 0 ? [.wait(milliseconds: delay)] : []) + [.send(bytes)]
  }

  package static func answer(
    _ status: String = "200 OK", _ headers: [String] = [], text: String, after delay: Int = 0
  ) -> [Step] {
    answer(status, headers, body: [UInt8](text.utf8), after: delay)
  }

  /// Bytes as they are, whatever they are, and then the end of the connection.
  package static func raw(_ text: String) -> [Step] { [.send([UInt8](text.utf8)), .close] }
}
