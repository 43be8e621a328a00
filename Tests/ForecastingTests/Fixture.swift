import EventModel
import Forecasting
import Foundation
import Testing

/// A file of reference numbers from `../shared/forecasting/fixtures` beside the package.
struct Fixture {
  let data: JSONNode
  let expected: JSONNode

  static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "shared/forecasting/fixtures")

  /// Release days of software products, `../shared/forecasting/cadences.json`.
  static func cadences() throws -> [ReferenceSequence] {
    let file = folder.deletingLastPathComponent().appending(path: "cadences.json")
    let root = try JSONDecoder().decode([String: [String]].self, from: Data(contentsOf: file))
    return root.sorted { $0.key < $1.key }.map { name, dates in
      ReferenceSequence(
        id: name, title: name, days: Set(dates.compactMap { CivilDay($0) }).sorted(),
        source: "endoflife.date")
    }
  }

  static let isPresent = FileManager.default.fileExists(atPath: folder.path)

  init(_ name: String) throws {
    let bytes = try Data(contentsOf: Self.folder.appending(path: "\(name).json"))
    let root = try JSONDecoder().decode(JSONNode.self, from: bytes)
    data = root["data"]
    expected = root["expected"]
  }
}

/// Any JSON value; what is missing is null.
enum JSONNode: Decodable {
  case object([String: JSONNode])
  case array([JSONNode])
  case number(Double)
  case text(String)
  case bool(Bool)
  case null

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let value = try? container.decode([String: JSONNode].self) {
      self = .object(value)
    } else if let value = try? container.decode([JSONNode].self) {
      self = .array(value)
    } else if let value = try? container.decode(Bool.self) {
      self = .bool(value)
    } else if let value = try? container.decode(Double.self) {
      self = .number(value)
    } else {
      self = .text(try container.decode(String.self))
    }
  }

  subscript(_ key: String) -> JSONNode {
    if case .object(let fields) = self { fields[key] ?? .null } else { .null }
  }

  subscript(_ index: Int) -> JSONNode { items[index] }

  var items: [JSONNode] { if case .array(let items) = self { items } else { [] } }
  var fields: [String: JSONNode] { if case .object(let fields) = self { fields } else { [:] } }
  /// NaN, which equals nothing, when this is no number.
  var number: Double { if case .number(let value) = self { value } else { .nan } }
  var numbers: [Double] { items.map(\.number) }
  var text: String { if case .text(let value) = self { value } else { "" } }
  var isTrue: Bool { if case .bool(let value) = self { value } else { false } }
}

/// Whether two numbers agree, relative to the expected one where that exceeds 1.
func agree(_ actual: Double, _ expected: Double, within tolerance: Double) -> Bool {
  (actual - expected).magnitude <= tolerance * max(1, expected.magnitude)
}

func agree(_ actual: [Double], _ expected: [Double], within tolerance: Double) -> Bool {
  actual.count == expected.count
    && zip(actual, expected).allSatisfy { agree($0, $1, within: tolerance) }
}

/// The ends of an interval.
func ends(_ range: ClosedRange<Double>) -> [Double] { [range.lowerBound, range.upperBound] }
