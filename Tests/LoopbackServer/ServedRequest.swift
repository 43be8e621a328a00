/// A request as the server got it.
package struct ServedRequest: Sendable, Equatable {
  package let method: String
  package let target: String
  /// By names in lower case.
  package let headers: [String: String]
  package internal(set) var body: [UInt8] = []
  /// The port of the server that was asked.
  package let port: Int

  init?(_ head: [UInt8], port: Int) {
    self.port = port
    let lines = String(decoding: head, as: UTF8.self).split(separator: "\r\n")
    let words = lines.first?.split(separator: " ") ?? []
    guard words.count == 3 else { return nil }
    method = String(words[0])
    target = String(words[1])
    var headers: [String: String] = [:]
    for line in lines.dropFirst() {
      guard let colon = line.firstIndex(of: ":") else { continue }
      headers[line[..<colon].lowercased()] = String(
        line[line.index(after: colon)...].drop { $0 == " " })
    }
    self.headers = headers
  }
}
