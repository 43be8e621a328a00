import EventModel

/// Items in groups that no fold and no sample may tear: those of one source, and all that share a
/// headline.
package struct SourceGroups {
  /// A group for each item, numbered from 0 by first appearance.
  package let group: [Int]
  /// The source of the first item of each group.
  private let sources: [String]

  /// How much of all words of two headlines both must have, to be one.
  private static let likeness = 0.8

  package init(_ items: [LabelledItem]) {
    var sets = DisjointSets(count: items.count)
    var first: [String: Int] = [:]
    for (place, item) in items.enumerated() {
      sets.join(place, to: first[item.feed, default: place])
      first[item.feed] = first[item.feed] ?? place
    }
    let titles = items.map { TitleWords($0.item.title).words }
    for (place, other) in SourceGroups.likeTitles(titles) {
      sets.join(place, to: other)
    }
    group = sets.numbers()
    var sources: [String] = []
    for (place, item) in items.enumerated() where group[place] == sources.count {
      sources.append(item.feed)
    }
    self.sources = sources
  }

  /// Which fold an item belongs to: it hangs on the source of its group alone.
  package func fold(of place: Int) -> Int {
    Int((FNV1a(sources[group[place]]).value >> 32) % UInt64(CoderTraining.folds))
  }

  /// Two titles that are alike share one of their rarest words: only such are compared.
  private static func likeTitles(_ titles: [Set<String>]) -> [(Int, Int)] {
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
