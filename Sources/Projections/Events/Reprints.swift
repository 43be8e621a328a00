import EventModel

extension Mention {
  /// What reprints of one wire have in common: the letters and digits of their headline, without the name
  /// of a source behind it. Nil where it is too short to tell: few words are often chosen twice.
  var headlineKey: String? {
    guard let title else { return nil }
    let suffix = [" - ", " – ", " — ", " | ", "_"].compactMap { title.ranges(of: $0).last }
      .max { $0.lowerBound < $1.lowerBound }
    let isName = suffix.map { title[$0.upperBound...].count <= 24 } ?? false
    let headline = isName ? title[..<suffix!.lowerBound] : title[...]
    let key = headline.lowercased().filter { $0.isLetter || $0.isNumber }
    // A Han character says as much as three letters.
    let weight = key.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x2E80 ? 3 : 1) }
    return weight >= 30 ? key : nil
  }
}

extension [Account] {
  /// Whose words each account of one event gives again: the place of the first that was published with
  /// them, within a week, by another source; nil of what has words of its own.
  var originals: [Int?] {
    let keys = map(\.report.mention.headlineKey)
    func day(_ place: Int) -> Int? { self[place].report.mention.published?.first?.number }
    let inTime = indices.sorted {
      (day($0) ?? .max, self[$0].position) < (day($1) ?? .max, self[$1].position)
    }
    return indices.map { place in
      guard let key = keys[place] else { return nil }
      let first = inTime.first { other in
        keys[other] == key && abs((day(other) ?? 0) - (day(place) ?? 0)) <= 7
      }!
      return self[first].report.mention.source == self[place].report.mention.source ? nil : first
    }
  }
}

extension EventView {
  /// How many sources tell it in words of their own: reprints of one wire are one source.
  package var significance: Int {
    guard accounts.count > 1 else { return 1 }
    let own = zip(accounts, accounts.originals).filter { $1 == nil }
    return Set(own.map(\.0.report.mention.source)).count
  }
}
