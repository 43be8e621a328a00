public import EventModel
public import JSONText

/// A record as a CloudEvent 1.0 in JSON (https://cloudevents.io), one to a line.
///
/// `time` is when it happened and stands only where the day is known; `recordedtime`, `sequence` and
/// `causationid` are extensions: when the log learned it, its position, and the record it is about.
public struct CloudEvent: Equatable, Sendable {
  public let record: NewRecord
  /// The position in the log that it was exported from.
  public let sequence: Int64?

  public init(_ record: Record) {
    self.record = NewRecord(id: record.id, change: record.change, recorded: record.recorded)
    self.sequence = record.position
  }

  public var json: JSON {
    let change = record.change
    return .object([
      "specversion": "1.0",
      "id": .string(record.id.description),
      "source": .string(CloudEvent.uriReference(change.origin)),
      "type": .string("\(CloudEvent.typePrefix)\(change.kind.name).v1"),
      "time": change.occurred.map { .string($0.description) },
      "recordedtime": record.recorded.map { .string($0.description) },
      "sequence": sequence.map { .string(CloudEvent.sortable($0)) },
      "causationid": change.cause.map { .string($0.description) },
      "datacontenttype": "application/json",
      "data": change.data,
    ])
  }

  /// Reads one event; throws a ``FieldError`` that names the attribute.
  public init(json: JSON) throws {
    let type = try json.text("type")
    guard try json.text("specversion") == "1.0" else {
      throw FieldError(key: "specversion", problem: "should be 1.0")
    }
    let kind = ChangeKind.allCases.first { "\(CloudEvent.typePrefix)\($0.name).v1" == type }
    guard let kind else {
      throw FieldError(key: "type", problem: "“\(type)” is none that annals knows")
    }
    record = NewRecord(
      id: try json.recordID("id"), change: try Change(kind: kind, data: json["data"] ?? .null),
      recorded: try json.optionalText("recordedtime").flatMap(Instant.init))
    sequence = try json.optionalText("sequence").flatMap { Int64($0) }
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
