package import EventModel
import JSONText

/// A record as a CloudEvent 1.0 in JSON (https://cloudevents.io), one to a line.
///
/// `time` is when it happened and stands only where the day is known; extensions of ours are
/// `recordedtime`, `sequence`, `causationid` (when the log learned it, its position, the record it is
/// about), `chainhash` and `chainscheme` (the hash of the record, and how it is made), and
/// `lastsequence`: the position of the last record of the export, so that a cut file shows. `data` is
/// the payload, byte for byte.
package struct CloudEvent: Equatable, Sendable {
  package let record: NewRecord
  /// The position in the log that it was exported from.
  package let sequence: Int64?
  package let lastSequence: Int64?
  package let hash: Digest?

  /// Writes a record's line, without its end.
  package static func write(_ record: Record, last: Int64, to out: inout [UInt8]) {
    let change = record.change
    let envelope = JSON.object([
      "specversion": "1.0",
      "id": .string(record.id.description),
      "source": .string(uriReference(change.origin)),
      "type": .string("\(typePrefix)\(record.type)"),
      "time": change.occurred.map { .string($0.description) },
      "recordedtime": .string(record.recorded.description),
      "sequence": .string(sortable(record.position)),
      "lastsequence": .string(sortable(last)),
      "chainhash": .string(record.hash.description),
      "chainscheme": .number(record.scheme.rawValue),
      "causationid": change.cause.map { .string($0.description) },
      "datacontenttype": "application/json",
    ])
    envelope.write(to: &out)
    out.removeLast()
    out.append(contentsOf: ",\"data\":".utf8)
    out.append(contentsOf: record.payload)
    out.append(UInt8(ascii: "}"))
  }

  /// Reads one line; throws a ``FieldError`` that names the attribute, or a ``JSONError``.
  package init(line: [UInt8]) throws {
    let json = try JSON.parse(line)
    guard try json.text("specversion") == "1.0" else {
      throw FieldError(key: "specversion", problem: "should be 1.0")
    }
    guard let payload = try JSON.rawMember("data", of: line) else { throw json.missing("data") }
    guard String(validating: payload, as: UTF8.self) != nil else {
      throw FieldError(key: "data", problem: "is not UTF-8")
    }
    let recorded = try json.optionalText("recordedtime")
    guard recorded == nil || Instant(recorded!) != nil else {
      throw FieldError(key: "recordedtime", problem: "should be a moment as RFC 3339 spells it")
    }
    let scheme = try json.optionalInteger("chainscheme") ?? HashScheme.numbered.rawValue
    guard let scheme = HashScheme(rawValue: scheme) else {
      throw FieldError(key: "chainscheme", problem: "is none that annals knows")
    }
    record = NewRecord(
      id: try json.recordID("id"), type: try CloudEvent.type(json.text("type")), payload: payload,
      recorded: recorded.flatMap(Instant.init), scheme: scheme)
    sequence = try json.optionalText("sequence").flatMap { Int64($0) }
    lastSequence = try json.optionalText("lastsequence").flatMap { Int64($0) }
    hash = try json.optionalText("chainhash").flatMap(Digest.init)
  }

  private static func type(_ text: String) throws(FieldError) -> RecordType {
    let rest = text.hasPrefix(typePrefix) ? text.dropFirst(typePrefix.count) : ""
    guard let dot = rest.lastIndex(of: "."), dot > rest.startIndex,
      rest[dot...].hasPrefix(".v"), let version = Int(rest[dot...].dropFirst(2)), version > 0
    else {
      throw FieldError(key: "type", problem: "“\(text)” is none of a log of annals")
    }
    return RecordType(name: String(rest[..<dot]), version: version)
  }

  private static let typePrefix = "org.annals."

  /// Twelve digits, so that texts sort as numbers do.
  private static func sortable(_ position: Int64) -> String {
    let digits = String(position)
    return String(repeating: "0", count: max(0, 12 - digits.utf8.count)) + digits
  }

  /// Escapes what RFC 3986 does not let stand in a URI reference.
  private static func uriReference(_ text: String) -> String {
    let allowed = Set("-._~:/?#[]@!$&'()*+,;=%".utf8)
    var out = ""
    for byte in text.utf8 {
      let character = Unicode.Scalar(byte)
      if allowed.contains(byte) || (character.isASCII && character.properties.isAlphabetic)
        || 0x30...0x39 ~= byte
      {
        out.unicodeScalars.append(character)
      } else {
        out += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
      }
    }
    return out
  }
}
