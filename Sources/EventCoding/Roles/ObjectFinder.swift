import EventModel

/// The models and products that a passage is about.
struct ObjectFinder {
  let objects: [String]

  init(_ passage: Passage, _ type: EventType) {
    var names: [String] = []
    for hit in passage.headHits where hit.term.group == .object {
      let name = passage.text.quote(hit.range)
      if !names.contains(name) { names.append(name) }
    }
    objects = names
  }
}
