import EventModel

/// What triggers may ask for beside themselves.
struct Conditions {
  let money: Bool
  let percent: Bool
  let number: Bool
  let model: Bool
  let actor: Bool

  init(_ passage: Passage) {
    let kinds = Set(passage.quantities.map(\.kind))
    money = kinds.contains(.money)
    percent = kinds.contains(.percent)
    number = passage.quantities.contains { [.count, .ratio].contains($0.kind) && !$0.isVague }
    let head = passage.headHits
    model = head.contains { hit in
      hit.term.group == .object
        && passage.context.dictionary.object(hit).isModel
    }
    actor = head.contains { [.actor, .object].contains($0.term.group) }
  }

  func met(_ condition: TriggerCondition) -> Bool {
    switch condition {
    case .none: true
    case .money: money
    case .percent: percent
    case .number: number
    case .model: model
    case .actor: actor
    }
  }
}
