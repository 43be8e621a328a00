/// What the lists of triggers in a dictionary are worth.
enum Points {
  static let byKey: [String: (points: Int, condition: TriggerCondition)] = [
    "decisive": (6, .none),
    "strong": (3, .none),
    "weak": (1, .none),
    "deny": (-4, .none),
    "with_money": (3, .money),
    "with_percent": (3, .percent),
    "with_number": (3, .number),
    "with_model": (3, .model),
    "with_actor": (2, .actor),
  ]
}
