package import EventCoding

/// What an answer about an item is worth: how likely it puts something right that many see, and how much
/// there is to learn from it.
package struct QuestionValue: Sendable {
  package let assessment: Assessment
  /// The chance that the item tells an event, by what coded it where that is known.
  package let chance: Double
  /// Whether an event was made of it.
  package let isTold: Bool
  /// How many reports hang on it.
  package var reports = 1
  /// What nobody has seen yet: the type in this store, an actor in the dictionaries.
  package var isNewType = false
  package var newActor: String?
  /// What a second reader takes it for where it disagrees with the coder: that is asked first of all.
  package var readAs: String?

  package init(_ assessment: Assessment, isTold: Bool, chance: Double? = nil) {
    self.assessment = assessment
    self.isTold = isTold
    self.chance = chance ?? assessment.chance
  }

  /// The dictionary alone would decide otherwise.
  package var isDisputed: Bool { (assessment.typeByDictionary != nil) != isTold }

  /// The chance that there is an event where none was made, or none where one was.
  private var errorChance: Double { isTold ? 1 - chance : chance }

  package var score: Double {
    var score = min(errorChance, 0.5)
    if isTold { score += 0.2 * chance * (1 - assessment.typeChance) }
    if isDisputed { score += 0.1 }
    if isNewType { score += 0.1 }
    if newActor != nil { score += 0.05 }
    if readAs != nil { score += 1 }
    let doublings = max(1, reports).bitWidth - max(1, reports).leadingZeroBitCount - 1
    return score * (1 + Double(doublings) / 4)
  }
}
