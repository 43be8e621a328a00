import EventModel

/// Who takes part in the event of a passage, and in what role.
struct ActorFinder {
  let actors: [Actor]

  init(_ passage: Passage, _ type: EventType, _ trigger: Hit?) {
    let dictionary = passage.context.dictionary
    var names: [Int] = []
    func add(_ index: Int) { if !names.contains(index) { names.append(index) } }
    for hit in passage.headHits where hit.term.group == .actor { add(Int(hit.term.value)) }
    if names.isEmpty, let owner = passage.context.owner { add(owner) }
    if names.isEmpty {
      for hit in passage.headHits where hit.term.group == .object {
        add(dictionary.objects[Int(hit.term.value)].maker)
      }
    }
    if names.isEmpty, let hit = passage.hits.first(where: { $0.term.group == .actor }) { add(Int(hit.term.value)) }
    if names.isEmpty, let subject = passage.context.subject { add(subject) }
    actors = names.map { Actor(dictionary.actors[$0].name) }
  }
}
