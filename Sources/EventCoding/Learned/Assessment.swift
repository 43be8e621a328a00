package import EventModel

/// What was learned says of an item's headline, beside what the dictionary alone would make of it: where
/// the two differ, or the chance is near the line, a person's judgement is worth most.
package struct Assessment: Sendable {
  /// The chance that it tells an event of the industry.
  package let chance: Double
  /// The likeliest type, and the chance that it is right where there is an event.
  package let type: EventType
  package let typeChance: Double
  /// The first type that the dictionary finds; nil where it finds none.
  package let typeByDictionary: EventType?
}

extension EventCoder {
  /// By the model that needs no encoder; nil where nothing was learned.
  package func assessment(of item: ItemText) -> Assessment? {
    guard let model = gate ?? model else { return nil }
    let passage = passage(of: item)
    var choice = TypeChoice(passage)
    let told = choice.told()
    let verdict = model.verdict(PassageFeatures(passage, choice, told: told).features)
    return Assessment(
      chance: choice.isRuledOut ? 0 : verdict.event, type: verdict.types[0],
      typeChance: verdict.type, typeByDictionary: told.first?.type)
  }

  /// What an item's headline would tell, were it an event of a type; nil where the dictionary does not
  /// have the type.
  package func event(of type: EventType, in item: ItemText) -> Event? {
    PassageCoder(passage: passage(of: item), coder: nil, explains: false).event(of: type)
  }

  /// The same coder by a model of one's own, which needs the encoder that this one has, or none.
  package func with(_ model: CoderModel) -> EventCoder {
    var coder = EventCoder(
      dictionary, model: model, encoder: model.encoder == nil ? nil : encoder, gate: gate,
      vectors: vectors)
    coder.readings = readings
    return coder
  }
}
