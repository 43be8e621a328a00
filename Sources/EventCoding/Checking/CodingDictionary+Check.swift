import EventModel

extension CodingDictionary {
  /// What a linter finds in the dictionaries; with labels also the triggers that do not earn their
  /// keep on them.
  package func findings(labelled: [LabelledItem] = []) -> [DictionaryFinding] {
    duplicateNames() + namesInsideNames() + unbalancedTypes()
      + (labelled.isEmpty ? [] : idleAndWrongTriggers(labelled))
  }

  private func duplicateNames() -> [DictionaryFinding] {
    namesByPhrase().filter { $0.value.count > 1 }.map { phrase, owners in
      DictionaryFinding(
        rule: .duplicateName, subject: phrase,
        message: "names \(owners.sorted().joined(separator: " and ")); keep one of them")
    }.sorted { $0.subject < $1.subject }
  }

  /// A Chinese name inside a longer name of somebody else is found wherever the longer one is cut.
  private func namesInsideNames() -> [DictionaryFinding] {
    let names = namesByPhrase()
    let han = names.filter { $0.key.unicodeScalars.contains { $0.value >= 0x3400 } }
    return han.flatMap { short, owners in
      han.compactMap { long, others in
        guard long != short, long.contains(short), owners.isDisjoint(with: others) else {
          return nil
        }
        return DictionaryFinding(
          rule: .nameInsideName, subject: short,
          message: "of \(owners.sorted()[0]) stands inside “\(long)” of \(others.sorted()[0])")
      }
    }.sorted { ($0.subject, $0.message) < ($1.subject, $1.message) }
  }

  private func unbalancedTypes() -> [DictionaryFinding] {
    types.entries.compactMap { type in
      let phrases = triggers(of: type).map { phrase(of: $0) }
      let chinese = phrases.count { $0.unicodeScalars.contains { $0.value >= 0x3400 } }
      let english = phrases.count - chinese
      guard max(chinese, english) > 3 * max(1, min(chinese, english)) else { return nil }
      return DictionaryFinding(
        rule: .unbalancedLanguages, subject: type.type.rawValue,
        message: "has \(english) English and \(chinese) Chinese triggers; add to the fewer")
    }
  }

  /// Triggers that no labelled item has, and those that stand mostly in items of other types.
  private func idleAndWrongTriggers(_ labelled: [LabelledItem]) -> [DictionaryFinding] {
    var right: [String: Int] = [:]
    var wrong: [String: Int] = [:]
    for item in labelled {
      for hit in hits(in: FoldedText(item.item.title + "\n" + item.item.summary))
      where hit.term.group == .trigger && hit.term.points > 0 {
        let key = "\(hit.term.value) \(phrase(of: hit.term))"
        let isRight = item.types.contains(types.entries[Int(hit.term.value)].type)
        if isRight { right[key, default: 0] += 1 } else { wrong[key, default: 0] += 1 }
      }
    }
    return types.entries.flatMap { type in
      triggers(of: type).filter { $0.points >= 3 }.compactMap { term -> DictionaryFinding? in
        let key = "\(type.index) \(phrase(of: term))"
        let (good, bad) = (right[key] ?? 0, wrong[key] ?? 0)
        if good + bad == 0 {
          return DictionaryFinding(
            rule: .neverFires, subject: phrase(of: term),
            message: "of \(type.type.rawValue) is in no labelled item")
        }
        guard bad >= 3, bad > 2 * good else { return nil }
        return DictionaryFinding(
          rule: .firesWrongly, subject: phrase(of: term),
          message:
            "of \(type.type.rawValue) stands in \(good) items of the type and in \(bad) others; weaken it or say more"
        )
      }
    }
  }

  private func triggers(of type: TypeEntry) -> [Term] {
    terms.filter { $0.group == .trigger && Int($0.value) == type.index && $0.points > 0 }
  }

  private func namesByPhrase() -> [String: Set<String>] {
    var names: [String: Set<String>] = [:]
    for term in terms where term.group == .actor {
      names[phrase(of: term), default: []].insert(actors[Int(term.value)].name)
    }
    return names
  }
}
