import EventCoding
import EventModel
import FoundationEssentials
import JSONText

/// A quantity or date that the labels expect in a text.
struct LabelledQuantity {
  let kind: Quantity.Kind
  /// nil for dates.
  let value: Double?
  let unit: String?
  let date: PartialDate?
  let isApproximate: Bool
  /// `>`, `>=`, `<` or `<=`.
  let bound: String?
  let range: [Double]?
  let direction: String?

  init?(json: JSON) {
    guard let kind = json["kind"]?.string.flatMap(Quantity.Kind.init(rawValue:)) else { return nil }
    self.kind = kind
    value = json["value"]?.double
    unit = json["unit"]?.string
    let written = json["value"]?.string?.replacing("..", with: "/")
    date = written.flatMap { try? PartialDate(edtf: $0) }
    isApproximate = json["approx"]?.bool ?? false
    bound = json["bound"]?.string
    range = json["range"]?.elements?.compactMap(\.double)
    direction = json["direction"]?.string
  }

  /// Same kind and value; for money and durations the same unit; for dates both ends within three
  /// days.
  func agrees(with found: Quantity) -> Bool {
    guard found.kind == kind else { return false }
    if kind == .date {
      return isNear(found.date?.first, date?.first) && isNear(found.date?.last, date?.last)
    }
    if [.money, .duration].contains(kind), found.unit != unit { return false }
    guard let value, let other = found.value?.double else { return false }
    return abs(value - other) <= 1e-6 * abs(value)
  }

  /// Whether 约, 超, 至少, 30多亿 and the like were read as what they mean.
  func hasModifiers(of found: Quantity) -> Bool {
    isApproximate == found.approximate && bound == found.bound?.sign
      && range == found.range.map { [$0.lowerBound.double, $0.upperBound.double] }
  }

  private func isNear(_ left: CivilDay?, _ right: CivilDay?) -> Bool {
    guard let left, let right else { return left == right }
    return abs(left.number - right.number) <= 3
  }
}

extension Bound {
  /// As the labels write it.
  fileprivate var sign: String {
    switch self {
    case .over: ">"
    case .atLeast: ">="
    case .under, .nearly: "<"
    case .atMost: "<="
    }
  }
}
