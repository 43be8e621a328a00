import EventModel

/// A log written anew with other payloads: the same records in the same order, with hashes that follow
/// from what they say now.
package struct Rechaining {
  private var chain = HashChain()
  private var hash = Digest.zero

  package init() {}

  /// The next record, from the first on, with another payload.
  package mutating func record(_ record: Record, payload: [UInt8]) -> Record {
    hash = chain.hash(
      after: hash, position: record.position, id: record.id, type: .named(record.type),
      recorded: record.recorded, payload: payload)
    return Record(
      position: record.position, id: record.id, type: record.type, scheme: .named,
      recorded: record.recorded, payload: payload, hash: hash)
  }
}
