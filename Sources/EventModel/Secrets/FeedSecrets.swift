/// What is needed to ask for a feed and is nobody else's business: it stands in a table of its own,
/// and neither in the log nor in what is shown or exported.
package struct FeedSecrets: Equatable, Sendable {
  /// The user name and the password as the address spells them: `name:word`.
  package var userinfo: String?
  /// The values of the address's parameters that ``Redaction`` takes out, in order.
  package var values: [String]
  /// Header lines, such as `Authorization: …`.
  package var headers: [String]

  package init(userinfo: String? = nil, values: [String] = [], headers: [String] = []) {
    self.userinfo = userinfo
    self.values = values
    self.headers = headers
  }

  /// Those of an address. Where ``Redaction/placeholder`` stands, none is left.
  package init(of address: String, headers: [String] = []) {
    let bytes = Array(address.utf8)
    self.init(headers: headers)
    for (kind, range) in SecretScan(bytes, isOurs: true).found {
      switch kind {
      case .userinfo: userinfo = String(decoding: bytes[range].dropLast(), as: UTF8.self)
      case .value: values.append(String(decoding: bytes[range], as: UTF8.self))
      }
    }
    values.removeAll { $0 == Redaction.placeholder }
  }

  package var isEmpty: Bool { userinfo == nil && values.isEmpty && headers.isEmpty }

  /// The whole address behind one that ``Redaction/address(_:)`` gave; nil when a value is missing.
  package func whole(_ address: String) -> String? {
    let bytes = Array(address.utf8)
    var (out, start, rest) = ([UInt8](), 0, values[...])
    for (kind, range) in SecretScan(bytes, isOurs: true).found where kind == .value {
      guard bytes[range].elementsEqual(Redaction.placeholder.utf8) else { continue }
      guard let value = rest.popFirst() else { return nil }
      out += bytes[start..<range.lowerBound] + value.utf8
      start = range.upperBound
    }
    let filled = String(decoding: out + bytes[start...], as: UTF8.self)
    guard let userinfo, let authority = filled.firstRange(of: "://") else { return filled }
    return filled[..<authority.upperBound] + userinfo + "@" + filled[authority.upperBound...]
  }

  /// What they are, not what they say: `password`, the names of parameters and of headers.
  package func names(in address: String) -> [String] {
    let bytes = Array(address.utf8)
    let parameters = SecretScan(bytes, isOurs: true).found.filter { $0.kind == .value }.map {
      found in
      let name = bytes[..<(found.range.lowerBound - 1)].reversed()
        .prefix { !"?&#;".utf8.contains($0) }
      return String(decoding: name.reversed(), as: UTF8.self)
    }
    return (userinfo == nil ? [] : ["password"]) + parameters.prefix(values.count)
      + headers.map { String($0.prefix { $0 != ":" }) }
  }
}
