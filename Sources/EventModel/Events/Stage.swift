/// How far the matter that an event tells of has got. A story goes from one stage to a later one: a
/// rumour is confirmed or denied, what was planned is done or called off.
package enum Stage: String, Sendable, CaseIterable, Comparable {
  /// Rumoured, talked about, thought of.
  case rumoured
  case planned
  case agreed
  /// It has happened.
  case done
  /// It will not: denied, or called off.
  case ended

  package static func < (left: Stage, right: Stage) -> Bool { left.place < right.place }

  /// Whether what it tells may yet come true or not.
  package var isPending: Bool { self < .done }

  private var place: Int { Stage.allCases.firstIndex(of: self)! }
}

extension Event {
  package var stage: Stage {
    if polarity == .denied || phase == "terminated" { return .ended }
    if stance == .rumoured { return .rumoured }
    switch phase {
    case "rumoured", "talks", "considered": return .rumoured
    case "planned": return .planned
    case "agreed": return .agreed
    default: return .done
    }
  }
}
