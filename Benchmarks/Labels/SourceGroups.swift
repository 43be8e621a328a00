import EventCoding

/// Items in groups that no sample may tear: those of one source, and all that share a headline.
struct SourceGroups {
  /// A group for each item, numbered from 0 by first appearance.
  let group: [Int]

  /// - Parameter likeness: how much of all words of two headlines both must have, to be one.
  init(_ items: [SourcedItem], likeness: Double = 0.8) {
    var sets = DisjointSets(count: items.count)
    var first: [String: Int] = [:]
    for (place, item) in items.enumerated() {
      sets.join(place, to: first[item.feed, default: place])
      first[item.feed] = first[item.feed] ?? place
    }
    for (place, other) in SourceGroups.likeTitles(
      items.map { TitleWords($0.labelled.item.title).words }, likeness)
    {
      sets.join(place, to: other)
    }
    group = sets.numbers()
  }

  /// Two titles that are alike share one of their rarest words: only such are compared.
  private static func likeTitles(_ titles: [Set<String>], _ likeness: Double) -> [(Int, Int)] {
    var frequency: [String: Int] = [:]
    for word in titles.joined() { frequency[word, default: 0] += 1 }
    var places: [String: [Int]] = [:]
    var pairs: [(Int, Int)] = []
    for (place, title) in titles.enumerated() {
      let rarest = title.sorted { (frequency[$0]!, $0) < (frequency[$1]!, $1) }
        .prefix(title.count - Int((Double(title.count) * likeness).rounded(.up)) + 1)
      for word in rarest {
        for other in places[word] ?? [] {
          let shared = title.intersection(titles[other]).count
          if Double(shared) >= likeness * Double(title.count + titles[other].count - shared) {
            pairs.append((place, other))
          }
        }
        places[word, default: []].append(place)
      }
    }
    return pairs
  }
}
