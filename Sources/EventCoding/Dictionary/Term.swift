/// What a phrase of the dictionary stands for.
struct Term: Sendable {
  let group: TermGroup
  /// Its place among the dictionary's terms and phrases.
  var place: Int32 = 0
  /// The index of the type, actor, object or metric.
  let value: Int32
  /// For triggers and cues.
  let points: Int16
  let condition: TriggerCondition
  /// Whether the word may go on after the phrase.
  let isStem: Bool
  /// Whether only one spelling counts, for names that are ordinary words too.
  let isExact: Bool

  init(
    _ group: TermGroup, _ value: Int, points: Int = 0, condition: TriggerCondition = .none,
    isStem: Bool = false, isExact: Bool = false
  ) {
    self.group = group
    self.value = Int32(value)
    self.points = Int16(points)
    self.condition = condition
    self.isStem = isStem
    self.isExact = isExact
  }
}

enum TermGroup: UInt8, Sendable {
  case trigger, none, veto, actor, object, official, launch, rumoured, denied, reported, outlet,
    metric
}

/// What else must be in the item for a trigger to count.
enum TriggerCondition: UInt8, Sendable {
  case none, money, percent, number, model, actor
}
