import EventModel
import JSONText
import Querying

@testable import Rendering

/// Documents as questions answer them, small ones.
enum Drawn {
  static let asOf = CivilDay("2023-05-15")!

  static func events(_ rows: [JSON], as asOf: CivilDay = asOf) -> Document {
    Document(
      schema: "annals.events/1", head: 7, asOf: asOf, title: "all time", columns: [], rows: rows)
  }

  static func event(
    _ id: String, _ date: String, _ title: String = "OpenAI releases a model",
    by actor: String = "OpenAI",
    type: String = "model-release", stance: String = "reported", polarity: String = "asserted",
    sources: Int = 1, stageOf: String? = nil
  ) -> JSON {
    .object([
      "id": .string(id), "date": .string(date), "type": .string(type), "title": .string(title),
      "actors": .array([.object(["name": .string(actor)])]), "stance": .string(stance),
      "polarity": .string(polarity), "significance": .number(Int64(sources)),
      "stageOf": stageOf.map(JSON.string) ?? .null,
    ])
  }

  static func rows(_ schema: String, _ rows: [JSON]) -> Document {
    Document(schema: "annals.\(schema)/1", head: 7, asOf: asOf, columns: [], rows: rows)
  }
}

extension Node {
  /// All elements of a name, in the order of the document.
  func all(_ name: String) -> [Node] {
    guard case .element(let own, _, let children) = self else { return [] }
    return (own.description == name ? [self] : []) + children.flatMap { $0.all(name) }
  }

  /// All elements with a class.
  func all(class name: String) -> [Node] {
    guard case .element(_, _, let children) = self else { return [] }
    let names = self["class"]?.split(separator: " ") ?? []
    return (names.contains { $0 == name } ? [self] : []) + children.flatMap { $0.all(class: name) }
  }

  subscript(attribute: String) -> String? {
    guard case .element(_, let attributes, _) = self else { return nil }
    return attributes.first { $0.name.description == attribute }?.value
  }

  func number(_ attribute: String) -> Double? { self[attribute].flatMap(Double.init) }

  /// The text that stands in it.
  var text: String {
    switch self {
    case .text(let text): text
    case .element(_, _, let children): children.map(\.text).joined()
    case .raw: ""
    }
  }
}
