package import EventModel

/// Checks an exported log line by line: that positions follow each other, that each hash is that of
/// its record after the one before, and that the end is not cut off.
package struct ExportCheck {
  private let now: Instant
  private let isPartial: Bool
  private var chain = HashChain()
  private var before: (position: Int64, hash: Digest?)?
  private var promised: Int64?

  /// `isPartial` lets records be missing; times later than `now` are never let through.
  package init(now: Instant, isPartial: Bool) {
    self.now = now
    self.isPartial = isPartial
  }

  /// Throws a ``FieldError`` that names the attribute.
  package mutating func check(_ event: CloudEvent) throws(FieldError) {
    if let recorded = event.record.recorded, recorded > now {
      throw FieldError(key: "recordedtime", problem: "\(recorded) is later than now, \(now)")
    }
    promised = event.lastSequence ?? promised
    guard let position = event.sequence else {
      if isPartial { return }
      throw FieldError(key: "sequence", problem: "is missing")
    }
    // Behind the last number there is, which a part may state, comes none that a log can have.
    let expected = (before?.position ?? 0) &+ 1
    guard position == expected || isPartial else {
      throw FieldError(
        key: "sequence", problem: "is \(position) where \(expected) should follow")
    }
    let previous = position == 1 ? .zero : position == expected ? before?.hash : nil
    if let stated = event.hash, let previous { try check(event, position, previous, stated) }
    before = (position, event.hash)
  }

  private mutating func check(
    _ event: CloudEvent, _ position: Int64, _ previous: Digest, _ stated: Digest
  ) throws(FieldError) {
    let record = event.record
    let type =
      record.scheme == .numbered ? StoredType.numbered(record.type) : .named(record.type)
    guard let type, let recorded = record.recorded else {
      throw FieldError(key: "chainscheme", problem: "does not fit the record")
    }
    let hash = chain.hash(
      after: previous, position: position, id: record.id, type: type, recorded: recorded,
      payload: record.payload)
    guard hash == stated else {
      throw FieldError(
        key: "chainhash", problem: "is not that of the record: its bytes are not those exported")
    }
  }

  /// Throws a ``FieldError`` when the export went on behind the last line.
  package func end() throws(FieldError) {
    guard let promised, let before, before.position != promised, !isPartial else { return }
    throw FieldError(
      key: "lastsequence",
      problem: "the file ends at \(before.position), and the export went on to \(promised)")
  }
}
