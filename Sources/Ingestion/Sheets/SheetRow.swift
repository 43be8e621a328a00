import EventCoding
import EventLog
import EventModel
import JSONText

/// What one row of a table says of an event.
struct SheetRow {
  /// The fields that hold dates.
  static let dates: Set<SheetField> = [
    .text("date"), .text("published"), .text("horizon"), .text("period"),
  ]

  private let members: [JSON.Member]
  private let id: String?
  /// What tells it from other rows where no column holds ids.
  let identity: String

  init(
    _ cells: [(field: SheetField, text: String)], style: SheetStyle, metrics: [String: String],
    coder: EventCoder
  ) throws(FieldError) {
    func text(_ name: String) -> String? { cells.first { $0.field == .text(name) }?.text }
    func list(_ name: String) -> [String] {
      cells.filter { $0.field == .list(name) }.flatMap { SheetRow.pieces($0.text) }
    }
    func date(_ name: String) throws(FieldError) -> String? {
      guard let text = text(name) else { return nil }
      return try style.date(text, name)
    }
    guard let title = text("title")?.oneLine else {
      throw FieldError(key: "title", problem: "is missing")
    }
    var fields: [JSON.Member] = []
    func set(_ key: String, _ value: JSON?) {
      if let value { fields.append(.init(key, value)) }
    }
    let dictionary = coder.dictionary
    func actor(_ name: String, role: String?) -> JSON {
      Actor(dictionary.canonical(name) ?? name, role: role).json
    }
    var actors = list("actors").map { actor($0, role: nil) }
    for case (.role(let role), let text) in cells {
      actors += SheetRow.pieces(text).map { actor($0, role: role) }
    }
    let period = try date("period")
    var amounts: [JSON] = []
    func add(_ text: String, _ metric: String) throws(FieldError) {
      let unit =
        switch metrics[metric] {
        case "money": text.isEmpty ? nil : cells.first { $0.field == .text("currency") }?.text
        case "percent": "percent"
        case "count": cells.first { $0.field == .text("unit") }?.text ?? ""
        default: cells.first { [.text("currency"), .text("unit")].contains($0.field) }?.text
        }
      let period = try period.map { text throws(FieldError) in
        do { return try PartialDate(edtf: text) } catch {
          throw FieldError(key: "period", problem: "\(error)")
        }
      }
      amounts.append(try style.amount(text, of: metric, unit: unit, period: period).json)
    }
    for case (.metric(let metric), let text) in cells { try add(text, metric) }
    if let amount = text("amount") {
      guard let metric = text("metric") else {
        throw FieldError(
          key: "amount",
          problem: "nothing says what it measures: map metric=COLUMN, or --set metric=revenue")
      }
      try add(amount, metric)
    }

    let when = try date("date")
    guard when != nil || text("published") != nil else {
      throw FieldError(key: "date", problem: "is missing")
    }
    if let type = text("type") {
      set("type", .string(type))
    } else {
      let day = when.flatMap { try? PartialDate(edtf: $0) }?.first
      let coding = coder.code(ItemText(title: title, published: day))
      guard let coded = (coding.events + coding.hidden).first else {
        throw FieldError(
          key: "type",
          problem: "neither a column nor the title says what sort of event it is: "
            + "map type=COLUMN, or --set type=funding")
      }
      fields += (coded.json.members ?? []).filter { !["title", "date", "scope"].contains($0.key) }
    }
    set("title", .string(title))
    set("date", when.map(JSON.string))
    if !actors.isEmpty { set("actors", .array(actors)) }
    let objects = list("objects")
    if !objects.isEmpty { set("objects", .strings(objects)) }
    if !amounts.isEmpty { set("amounts", .array(amounts)) }
    for name in ["stance", "polarity", "attribution", "phase", "quote", "lang"] {
      set(name, text(name)?.oneLine.asText)
    }
    set("horizon", try date("horizon").map(JSON.string))
    set("published", try date("published").map(JSON.string))
    set("source", text("source")?.oneLine.asText)
    set("remark", text("note").map(JSON.string))
    let tags = list("tags").map { $0.split(whereSeparator: \.isWhitespace).joined(separator: "-") }
    if !tags.isEmpty { set("tags", .strings(tags)) }
    // What a column says goes before what the title was read to say.
    members = fields.enumerated().filter { place, field in
      !fields.dropFirst(place + 1).contains { $0.key == field.key }
    }.map(\.element)
    id = text("id")
    identity = ([when ?? "", text("type") ?? "", title, text("source") ?? ""] + list("actors"))
      .joined(separator: "\u{1F}")
  }

  /// The book's row; a table that names no source is one itself.
  ///
  /// - Parameter number: how many rows of the same identity came before.
  func json(citing name: String, number: Int) -> JSON {
    let place = number == 0 ? "" : "\(number)"
    let id = id ?? "row-" + RecordID.naming("row", identity, place).description.prefix(16)
    let isCited = members.contains { $0.key == "source" }
    let source = isCited ? [] : [JSON.Member("source", .string(name))]
    return .object([.init("id", .string(id))] + members + source)
  }

  private static func pieces(_ text: String) -> [String] {
    text.split { ";；、|\n".contains($0) }.map { String($0).trimmed }.filter { !$0.isEmpty }
  }
}

extension String {
  fileprivate var oneLine: String { split(whereSeparator: \.isNewline).joined(separator: " ") }
  fileprivate var asText: JSON { .string(self) }
}
