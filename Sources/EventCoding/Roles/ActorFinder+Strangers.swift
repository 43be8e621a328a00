import EventModel

extension ActorFinder {
  /// Names that no dictionary has, in the places where actors stand.
  func strangers(beside known: [Int]) -> [(String, Int)] {
    guard let trigger, type.traits.contains(.shared) || known.isEmpty,
      passage.context.owner == nil || type.type == .acquisition || type.type == .partnership
    else { return [] }
    if known.isEmpty, let title = headline.versioned,
      let version = text.letters[title].lastIndex(of: 0x20)
    {
      return [(text.name(title.lowerBound..<version), title.lowerBound)]
    }
    let finder = SubjectFinder(headline: headline)
    var found: [(String, Int)] = []
    let doing = Verbs.doing.lazy.compactMap {
      text.letters.firstOffset(of: $0, in: headline.body)
    }.first
    let verb = doing ?? trigger.range.lowerBound
    let expectsCompany = doing != nil && (type.type == .funding || type.type == .acquisition)
    let hasSubject = known.contains { $0 < verb }
    if !hasSubject, passage.isInHead(trigger.range),
      let name = finder.subject(from: afterCountry, before: verb, isCompany: expectsCompany),
      dictionary.canonical(name) == nil
    {
      found.append((name, 0))
    }
    if type.type == .acquisition, passage.isInHead(trigger.range),
      !known.contains(where: { $0 >= trigger.range.upperBound }),
      let name = finder.object(after: trigger.range.upperBound), dictionary.canonical(name) == nil
    {
      found.append((name, trigger.range.upperBound))
    }
    if type.type == .partnership {
      for word in ActorFinder.partnerWords {
        if let place = text.letters.firstOffset(of: word, in: headline.body),
          let run = headline.nameRun(at: place + word.count), !beginsWithKnown(run),
          place < 40 || word.count > 6
        {
          found.append((text.name(run), run.lowerBound))
          break
        }
      }
    }
    if type.type == .funding,
      let into = text.letters.firstOffset(of: ActorFinder.into, in: headline.body),
      let run = headline.nameRun(at: into + ActorFinder.into.count)
    {
      found.append((text.name(run), into))
    }
    return found
  }

  /// Where the headline begins, or goes on after `Canada's`.
  private var afterCountry: Int {
    let start = headline.body.lowerBound
    let country = passage.headHits.first {
      $0.term.group == .actor && $0.range.lowerBound == start
        && dictionary.actor($0).kind == "government"
    }
    guard let end = country?.range.upperBound, text.contains("'s ", at: end) else { return start }
    return end + 3
  }

  /// Title case runs on: `HPE Expand Collaboration`.
  private func beginsWithKnown(_ run: Range<Int>) -> Bool {
    passage.headHits.contains {
      $0.term.group == .actor && $0.range.lowerBound == run.lowerBound
    }
  }

  private static let partnerWords = [
    "partners with ", "partnership with ", "teams up with ", "与 ", "与", " and ",
  ].map(\.folded)
  private static let into = " into ".folded
}
