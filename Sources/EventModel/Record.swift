/// One immutable line of the log: an envelope, and a payload in bytes.
///
/// The bytes are the truth: the hash covers them, and an export writes them as they are. What they
/// say is read from them, and may be what this annals does not know. Everything else that annals
/// knows is a fold over records.
package struct Record: Equatable, Sendable {
  /// 1 for the first record, without gaps.
  package let position: Int64
  /// The same for the same fact, whenever and however often it is offered to the log.
  package let id: RecordID
  package let type: RecordType
  /// How its hash is made.
  package let scheme: HashScheme
  /// When the log learned it; never earlier than the record before, unless its clock was corrected.
  package let recorded: Instant
  /// JSON, in UTF-8.
  package let payload: [UInt8]
  /// SHA-256 over the record before and this one; see the log's hash chain.
  package let hash: Digest

  package init(
    position: Int64, id: RecordID, type: RecordType, scheme: HashScheme = .named, recorded: Instant,
    payload: [UInt8], hash: Digest
  ) {
    self.position = position
    self.id = id
    self.type = type
    self.scheme = scheme
    self.recorded = recorded
    self.payload = payload
    self.hash = hash
  }

  /// What the payload says; read anew each time.
  package var change: Change { Change(type: type, payload: payload) }
}

/// What of a record's type its hash covers.
package enum HashScheme: Int64, Sendable {
  /// The number that the first version gave to its fifteen kinds.
  case numbered = 1
  /// The type's name and version.
  case named = 2
}
