/// The grammar of a headline, as far as roles need it.
struct Headline {
  let text: FoldedText
  /// The headline without its byline (`(Mark Gurman/Bloomberg)`) and the outlet after the last dash.
  let body: Range<Int>
  /// Whether most Latin words are capitalised, so that capitals tell nothing.
  let isTitleCase: Bool
  let isChinese: Bool

  init(_ text: FoldedText, _ head: Range<Int>) {
    self.text = text
    body = head.lowerBound..<Headline.end(text, head)
    var (capital, words) = (0, 0)
    for offset in body
    where Letter.isLatin(text.letter(offset)) && !Letter.isWord(text.letter(offset - 1)) {
      words += 1
      if Letter.isUppercase(text.cased[offset]) { capital += 1 }
    }
    isChinese = text.hasHan(in: body)
    isTitleCase = words >= 5 && capital * 10 >= words * 7
  }

  private static let separators = [" | ", " - "].map(\.folded)

  private static func end(_ text: FoldedText, _ head: Range<Int>) -> Int {
    var end = head.upperBound
    if text.letter(end - 1) == 0x29, let open = text.letters[head].lastIndex(of: 0x28),
      open > head.lowerBound + 10,
      text.letters[open..<end].contains(0x2F) || open > head.lowerBound + 60 && end - open < 40
    {
      end = open
    }
    for separator in Headline.separators where end - head.lowerBound > 30 {
      if let dash = text.letters.lastOffset(of: separator, in: (end - 30)..<end),
        dash > head.lowerBound + 12
      {
        if end - dash < 26, dash + 3 < end,
          separator[1] == 0x7C || Letter.isUppercase(text.cased[dash + 3])
        {
          end = dash
        }
      }
    }
    return end
  }

  /// Words at an offset that look like a name: capitalised, or Latin amid Chinese.
  func nameRun(at start: Int) -> Range<Int>? {
    var offset = start
    var end = start
    while offset < body.upperBound, let word = word(at: offset),
      isNameWord(word, isFirst: end == start)
    {
      end = word.upperBound
      guard [0x20, 0x2D, 0x2E, 0x26].contains(text.letter(end)) else { break }
      offset = end + 1
    }
    return end > start ? start..<end : nil
  }

  /// All Latin words in a row at an offset: amid Chinese they are a name, whatever their case.
  func latinRun(at start: Int) -> Range<Int>? {
    var end = start
    var offset = start
    while offset < body.upperBound, let word = word(at: offset) {
      end = word.upperBound
      guard Headline.joints.contains(text.letter(end)) else { break }
      offset = end + 1
    }
    return end > start && Letter.isLatin(text.letter(start)) ? start..<end : nil
  }

  /// What joins the words of one name.
  private static let joints: [UInt16] = [0x20, 0x2D, 0x2E, 0x26, 0x2F]

  /// A name of at most three words and its version, where the headline says hardly more: Bun 1.0,
  /// Htmx 2.0.0 is out.
  var versioned: Range<Int>? {
    let start = body.lowerBound
    guard !body.isEmpty, Letter.isUppercase(text.cased[start]) else { return nil }
    var end = start
    var words = 0
    while end < body.upperBound, let word = word(at: end) {
      if words > 0, isVersion(word) {
        let rest = word.upperBound
        let isAll =
          rest == body.upperBound || Headline.arrivals.contains { text.contains($0, at: rest) }
        return isAll ? start..<rest : nil
      }
      let letters = Array(text.letters[word])
      guard words < 3, Headline.joints.contains(text.letter(word.upperBound)),
        !Headline.commonWords.contains(letters), !Headline.counted.contains(letters)
      else { return nil }
      words += 1
      end = word.upperBound + 1
    }
    return nil
  }

  /// 1.0, v2.13.1: no more than two digits before the first dot.
  private func isVersion(_ word: Range<Int>) -> Bool {
    let parts = text.letters[word].drop { $0 == 0x76 }.split(
      separator: 0x2E, omittingEmptySubsequences: false)
    return parts.count > 1 && 1...2 ~= parts[0].count
      && parts.allSatisfy { !$0.isEmpty && $0.allSatisfy(Letter.isDigit) }
  }

  private static let arrivals = [" released", " has been released", " is out", " is here"]
  /// What is counted or measured, and has no versions.
  private static let counted: Set<[UInt16]> = Set(
    "version chapter season episode part volume section earthquake magnitude gpa rate inflation gdp score down up time"
      .split(separator: " ").map { String($0).folded })

  func word(at start: Int) -> Range<Int>? {
    guard Letter.isWord(text.letter(start)) else { return nil }
    var end = start
    while Letter.isWord(text.letter(end))
      || (text.letter(end) == 0x2E && Letter.isWord(text.letter(end + 1))
        && Letter.isDigit(text.letter(end - 1)))
      || (text.letter(end) == 0x2B && !Letter.isWord(text.letter(end + 1)))
    {
      end += 1
    }
    return start..<end
  }

  private func isNameWord(_ word: Range<Int>, isFirst: Bool) -> Bool {
    let first = text.cased[word.lowerBound]
    if Letter.isDigit(first) {
      return !isFirst || text.cased[word].count(where: Letter.isLatin) > 2
    }
    if !isFirst, text.contains("ai", at: word.lowerBound), word.count == 2 {
      return SubjectFinder.acts(text, after: word.upperBound)
    }
    guard
      Letter.isUppercase(first) || text.cased[word].dropFirst().contains(where: Letter.isUppercase)
    else { return false }
    return !Headline.commonWords.contains(Array(text.letters[word]))
  }

  static let commonWords: Set<[UInt16]> = Set(
    "the a an this that these those how why what when where who in on at by for from with and or of to as is are its it his her their your our my we you new ai us uk eu former startup company tech top first report sources source memo analysis exclusive after over more here inside meet ceo cto cfo ipo api app raises raised launches says based llm agi q1 q2 q3 q4 series ml gpu gpus cpu vr ar xr ev evs pc pcs tv iot chip chips saas not no yes all now one two three beta open mw gw kw millions thousands hundreds dozens several many american chinese russian iranian israeli european british french german indian korean japanese canadian australian dutch swedish swiss taiwanese asian african january february april june july august september october november december monday tuesday wednesday thursday friday saturday sunday researchers scientists engineers workers employees users developers hackers lawmakers regulators senators judges investors analysts experts officials executives students teachers writers artists authors publishers studios banks retailers carmakers automakers chipmakers startups companies key critics london paris berlin silicon valley"
      .split(separator: " ").map { String($0).folded })
}
