import EventModel

extension CodingDictionary {
  /// What of the dictionary's a text speaks of, whatever the language: types of events by their stronger
  /// words, metrics, actors and objects.
  package func concepts(in text: String) -> Set<String> {
    let hits = hits(in: FoldedText(text).prefix(EventCoder.headlineLength))
    return Set(
      hits.compactMap { hit in
        let value = Int(hit.term.value)
        switch hit.term.group {
        case .trigger where hit.term.points >= 2: return "type:\(types.all[value].rawValue)"
        case .metric: return "metric:\(metricNames[value].name)"
        case .actor: return "actor:\(actors[value].name)"
        case .object: return "object:\(objects[value].name)"
        default: return nil
        }
      })
  }
}
