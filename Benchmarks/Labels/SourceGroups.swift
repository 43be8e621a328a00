import EventCoding

/// Items in groups that no fold may tear: those of one source, and all that share a headline.
struct SourceGroups {
  /// For each item the least place of an item of its group.
  private(set) var group: [Int]

  /// - Parameter likeness: how much of all words of two headlines both must have, to be one.
  init(_ items: [JudgedItem], likeness: Double = 0.8) {
    group = Array(items.indices)
    var first: [String: Int] = [:]
    for (place, item) in items.enumerated() { join(place, first[item.feed, default: place]) }
    for (place, item) in items.enumerated() where first[item.feed] == nil {
      first[item.feed] = place
    }
    for (place, item) in items.enumerated() { join(place, first[item.feed]!) }
    joinLikeTitles(items.map { TitleWords($0.item.title).words }, likeness)
    for place in items.indices { group[place] = root(place) }
  }

  private func root(_ place: Int) -> Int {
    var place = place
    while group[place] != place { place = group[place] }
    return place
  }

  private mutating func join(_ one: Int, _ other: Int) {
    let (one, other) = (root(one), root(other))
    group[max(one, other)] = min(one, other)
  }

  /// Two titles that are alike share one of their rarest words: only such are compared.
  private mutating func joinLikeTitles(_ titles: [Set<String>], _ likeness: Double) {
    var frequency: [String: Int] = [:]
    for word in titles.joined() { frequency[word, default: 0] += 1 }
    var places: [String: [Int]] = [:]
    for (place, title) in titles.enumerated() {
      let rarest = title.sorted { (frequency[$0]!, $0) < (frequency[$1]!, $1) }
        .prefix(title.count - Int((Double(title.count) * likeness).rounded(.up)) + 1)
      for word in rarest {
        for other in places[word] ?? [] {
          let shared = title.intersection(titles[other]).count
          if Double(shared) >= likeness * Double(title.count + titles[other].count - shared) {
            join(place, other)
          }
        }
        places[word, default: []].append(place)
      }
    }
  }
}
