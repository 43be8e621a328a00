import EventModel

/// hash(n) = SHA-256(domain ‖ hash(n−1) ‖ position ‖ id ‖ type ‖ recorded ‖ payload), numbers as 8 bytes
/// big-endian, hash(0) = 32 zero bytes. A changed byte changes every hash after it.
///
/// The domain is `annals.record.v1` where the type is a number, and `annals.record.v2` where it is the
/// length of its name, the name, and its version.
struct HashChain {
  private let sha256 = SHA256()
  private var message: [UInt8] = []

  mutating func hash(
    after previous: Digest, position: Int64, id: RecordID, type: StoredType, recorded: Instant,
    payload: some Sequence<UInt8>
  ) -> Digest {
    message.removeAll(keepingCapacity: true)
    message.append(contentsOf: "annals.record.v\(type.scheme.rawValue)".utf8)
    message.append(contentsOf: previous.bytes)
    append(position)
    message.append(contentsOf: id.bytes)
    switch type.scheme {
    case .numbered: append(type.number)
    case .named:
      append(Int64(type.type.name.utf8.count))
      message.append(contentsOf: type.type.name.utf8)
      append(Int64(type.type.version))
    }
    append(recorded.milliseconds)
    message.append(contentsOf: payload)
    return sha256.digest(message)
  }

  private mutating func append(_ number: Int64) {
    withUnsafeBytes(of: number.bigEndian) { message.append(contentsOf: $0) }
  }
}
