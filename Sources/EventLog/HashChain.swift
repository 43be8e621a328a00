import EventModel

/// hash(n) = SHA-256("annals.record.v1" ‖ hash(n−1) ‖ position ‖ id ‖ kind ‖ recorded ‖ data), numbers
/// as 8 bytes big-endian, hash(0) = 32 zero bytes. A changed byte changes every hash after it.
struct HashChain {
  private let sha256 = SHA256()
  private var message: [UInt8] = []

  mutating func hash(
    after previous: Digest, position: Int64, id: RecordID, kind: Int64, recorded: Instant,
    data: some Sequence<UInt8>
  ) -> Digest {
    message.removeAll(keepingCapacity: true)
    message.append(contentsOf: "annals.record.v1".utf8)
    message.append(contentsOf: previous.bytes)
    append(position)
    message.append(contentsOf: id.bytes)
    append(kind)
    append(recorded.milliseconds)
    message.append(contentsOf: data)
    return sha256.digest(message)
  }

  private mutating func append(_ number: Int64) {
    withUnsafeBytes(of: number.bigEndian) { message.append(contentsOf: $0) }
  }
}
