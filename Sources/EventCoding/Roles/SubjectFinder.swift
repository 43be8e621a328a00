import EventModel

/// Finds names that no dictionary has, by their place in the headline: `$A raises`, `acquires $B`.
struct SubjectFinder {
  let headline: Headline
  var text: FoldedText { headline.text }

  /// The name that acts: the last capitalised run before the verb, in front of any relative clause.
  /// With `isCompany` also a plain Chinese word that is all there is before the verb.
  func subject(from first: Int, before verb: Int, isCompany: Bool) -> String? {
    var start = first
    if let colon = text.letters[headline.body].firstIndex(of: 0x3A), colon < verb,
      colon - start < 16
    {
      start = colon + 1
    }
    var end = min(verb, headline.body.upperBound)
    if headline.isChinese,
      let clause = text.letters[start..<max(start, end)].lastIndex(where: isClauseMark)
    {
      start = clause + 1
    }
    for offset in start..<max(start, end) where text.letters[offset] == 0x2C {
      end = offset
      break
    }
    var found: Range<Int>?
    var offset = start
    while offset < end {
      guard let word = headline.word(at: offset) else {
        offset += 1
        continue
      }
      if let run = headline.nameRun(at: offset) {
        let close = min(run.upperBound, end)
        if !text.contains("ing", at: word.upperBound - 3), !text.contains("-based", at: close),
          !text.contains("-backed", at: close), !text.contains("ex-", at: offset)
        {
          found = offset..<close
        }
        if text.letter(close) == 0x27, text.letter(close + 1) == 0x73,
          Letter.isUppercase(text.cased[offset])
        {
          break
        }
        offset = max(close, word.upperBound)
      } else {
        offset = word.upperBound
      }
    }
    return found.flatMap { $0.count > 1 ? text.name($0).trimmed : nil } ?? hanSubject(start, end)
      ?? (isCompany ? wholeClause(start, end) : nil)
  }

  func isClauseMark(_ letter: UInt16) -> Bool {
    [0x2C, 0x3A, 0x3B, 0x7C, 0x21, 0x3F, 0xFF5C].contains(letter)
  }

  /// A Latin name that opens a headline and does something at once: Firecrawl 发布, Doss raises.
  var lead: Range<Int>? {
    let start = headline.body.lowerBound
    let run = headline.isChinese ? headline.latinRun(at: start) : headline.nameRun(at: start)
    guard let run, run.count > 2 else { return nil }
    guard text.letter(run.upperBound) != 0x2C else { return nil }
    return SubjectFinder.acts(text, after: run.upperBound) ? run : nil
  }

  /// Whether a verb of doing, or a comma, follows a name.
  static func acts(_ text: FoldedText, after name: Int) -> Bool {
    let verb = name + (text.letter(name) == 0x20 ? 1 : 0)
    return text.letter(name) == 0x2C || Verbs.acting.contains { text.contains($0, at: verb) }
  }

  /// The name that is acted upon: the first capitalised run after the verb.
  func object(after verb: Int, within reach: Int = 60) -> String? {
    var offset = verb
    while offset < min(verb + reach, headline.body.upperBound) {
      if text.letter(offset) == 0x2C || text.letter(offset) == 0x3B { return nil }
      guard let word = headline.word(at: offset) else {
        offset += 1
        continue
      }
      if let run = headline.nameRun(at: offset), run.upperBound <= headline.body.upperBound {
        if text.contains("-based", at: run.upperBound) {
          offset = run.upperBound + 6
          continue
        }
        return text.name(run)
      }
      offset = word.upperBound
    }
    return nil
  }
}
