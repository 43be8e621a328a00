import EventCoding
import EventModel
import JSONText
import Querying

/// A row of an event book; `Events/README.md` describes the format.
enum BookRow: Equatable, Sendable {
  /// `sameAs` names the row of another book (`book#id`), or the event, that it reports as well.
  case event(id: String, Report, sameAs: String?, BookMarks)
  case sequence(id: String, SequenceDefinition, StatedCoverage?)
  case phase(id: String, began: PhaseBoundary, ended: PhaseBoundary?, stated: StatedDuration?)
  case forecast(id: String, BookForecast)
  /// What would end a phase.
  case shift(id: String, ShiftDefinition)
  /// To which day the book is complete.
  case coverage(id: String, StatedCoverage)
  /// A record that is no report of an event, as a store has kept it.
  case change(id: String, Change)

  var id: String {
    switch self {
    case .event(let id, _, _, _), .sequence(let id, _, _), .phase(let id, _, _, _),
      .forecast(let id, _), .shift(let id, _), .coverage(let id, _), .change(let id, _):
      id
    }
  }
}

extension BookRow {
  private static let common: Set = ["id", "published", "source", "quote", "lang", "note"]
  private static let eventKeys: Set = [
    "date", "type", "title", "actors", "objects", "amounts", "phase", "stance", "polarity",
    "attribution", "horizon", "sameAs", "tags", "remark", "types", "evidence", "scope",
    "probabilities", "publisher", "headline",
  ]
  private static let sequenceKeys: Set = ["sequence", "title", "unit", "completeUntil"]
  private static let phaseKeys: Set = ["sequence", "phase", "began", "ended", "stated"]

  private enum Kind {
    case event, sequence, phase, shift, forecast, coverage, change

    init(_ json: JSON) {
      if json["change"] != nil {
        self = .change
      } else if json["forecast"] != nil {
        self = .forecast
      } else if json["sequence"] == nil {
        self = json["completeUntil"] == nil ? .event : .coverage
      } else {
        self = json["phase"] != nil ? .phase : json["end"] != nil ? .shift : .sequence
      }
    }

    /// The keys that a row of it may have.
    var keys: Set<String> { Kind.keys[self]! }

    private static let keys: [Kind: Set<String>] = [
      .event: common.union(eventKeys), .sequence: common.union(sequenceKeys),
      .phase: common.union(phaseKeys), .forecast: common.union(BookForecast.keys),
      .shift: common.union([
        "sequence", "after", "end", "events", "against", "actors", "settles",
      ]),
      .coverage: common.union(["completeUntil"]), .change: ["id", "change", "data"],
    ]
  }

  /// Reads a row of the book with this name, whose events are of these types.
  init(json: JSON, book: String, types: EventTypes) throws(FieldError) {
    guard let members = json.members else {
      throw FieldError(key: "row", problem: "should be a JSON object")
    }
    let kind = Kind(json)
    for key in members.map(\.key) where !kind.keys.contains(key) {
      let hint = nearest(to: key, in: kind.keys.sorted()).map { "; did you mean “\($0)”?" } ?? ""
      throw FieldError(key: key, problem: "unknown key" + hint)
    }
    let id = try json.text("id")
    if kind == .change {
      self = .change(id: id, try Change(bookRow: json))
      return
    }
    let publisher = try json.optionalText("publisher")
    let mention = Mention(
      source: publisher ?? "book:\(book)",
      url: publisher == nil ? try json.text("source") : try json.optionalText("source"),
      published: try json.optionalDate("published"), title: try json.optionalText("headline"),
      quote: try json.optionalText("quote"), language: try json.optionalText("lang"))
    switch kind {
    case .event:
      self = try .event(
        id: id, json.report(mention, types), sameAs: json.optionalText("sameAs"),
        BookMarks(tags: json.texts("tags"), remark: json.optionalText("remark")))
    case .change: preconditionFailure("read above")
    case .forecast: self = .forecast(id: id, try BookForecast(json: json, mention: mention))
    case .phase:
      guard let began = try json.boundary("began", mention) else { throw json.missing("began") }
      self = try .phase(
        id: id, began: began, ended: json.boundary("ended", mention), stated: json.stated(mention))
    case .sequence:
      let name = try json.text("sequence")
      self = .sequence(
        id: id,
        SequenceDefinition(
          sequence: name, title: try json.text("title"),
          unit: try json.word("unit", DurationUnit.self, of: "unit") ?? .year, mention: mention),
        try json.coverage(of: StatedCoverage.source(ofSequence: name), in: book))
    case .shift:
      let shift = try ShiftDefinition(json: json, name: "end", mention: mention)
      for text in shift.events + shift.against {
        do { _ = try EventQuery(text) { $0 } } catch {
          throw FieldError(key: "events", problem: "“\(text)”: \(error.problem)")
        }
      }
      self = .shift(id: id, shift)
    case .coverage:
      guard let coverage = try json.coverage(of: mention.source, in: book) else {
        throw json.missing("completeUntil")
      }
      self = .coverage(id: id, coverage)
    }
  }
}

extension JSON {
  fileprivate func report(
    _ mention: Mention, _ types: EventTypes
  ) throws(FieldError) -> Report {
    let event = try Event(json: self)
    _ = try types.named(event.type.rawValue)
    guard event.date != nil || event.evidence != nil else { throw missing("date") }
    guard !event.title.isEmpty else { throw missing("title") }
    return Report(event: event, mention: mention)
  }

  fileprivate func boundary(
    _ key: String, _ mention: Mention
  ) throws(FieldError) -> PhaseBoundary? {
    guard let date = try optionalDate(key) else { return nil }
    return PhaseBoundary(
      sequence: try text("sequence"), phase: try text("phase"), date: date, mention: mention)
  }

  fileprivate func coverage(
    of source: String, in book: String
  ) throws(FieldError) -> StatedCoverage? {
    guard let until = try optionalDate("completeUntil") else { return nil }
    guard until.last != nil else {
      throw FieldError(key: "completeUntil", problem: "should be a date that ends")
    }
    return StatedCoverage(
      source: source, until: until, author: .book(book), reason: try optionalText("note") ?? "")
  }

  fileprivate func stated(_ mention: Mention) throws(FieldError) -> StatedDuration? {
    guard let stated = self["stated"] else { return nil }
    let value = try stated.decimal("value")
    guard value > ExactDecimal(0) else {
      throw FieldError(key: "stated", problem: "a phase lasts longer than nothing")
    }
    return StatedDuration(
      sequence: try text("sequence"), phase: try text("phase"), value: value,
      unit: try stated.word("unit", DurationUnit.self, of: "unit") ?? .year,
      roundedTo: try stated.optionalDecimal("roundedTo"), mention: mention)
  }
}

extension Error {
  /// What is wrong with a query.
  fileprivate var problem: String { (self as? QueryError)?.message ?? "\(self)" }
}
