import EventModel

extension QuantityScanner {
  /// A number of years, days … with 半 after it, if it is not a date.
  func duration(
    _ numeral: Numeral, _ near: Int, _ modifier: Modifier
  ) -> (unit: Unit, end: Int, half: Bool)? {
    var offset = near
    if text.letter(offset) == 0x2D { offset += 1 }
    if text.contains("个半", at: offset), let (unit, end) = Unit.halves.match(text, at: offset + 2) {
      return (unit, end, true)  // 一个半月
    }
    guard let (unit, end) = Unit.durations.match(text, at: offset) else { return nil }
    let word = text.letter(end - 1)
    let next = text.letter(end)
    let isWithin = next == 0x5185 || text.contains("以内", at: end) || text.contains("之内", at: end)
    if word == 0x5E74 || word == 0x65E5 {  // 年, 日
      if numeral.value >= ExactDecimal(1000) || numeral.isDecimal && word == 0x65E5 { return nil }
      if Self.afterYears.contains(next) { return nil }
      if word == 0x65E5, !isWithin { return nil }
    }
    if word == 0x5468, Self.afterWeek.contains(next) { return nil }
    let half = next == 0x534A && ![0x573A, 0x7A0B, 0x5C81].contains(text.letter(end + 1))
    if numeral.isWords, numeral.value == ExactDecimal(1), [0x5929, 0x5E74].contains(word), !half,
      !isWithin, modifier.bound == nil, !modifier.approximate, next != 0x591A
    {
      return nil
    }
    if numeral.value == ExactDecimal(0) { return nil }
    if unit.name == "quarter", numeral.isWords, numeral.value < ExactDecimal(1) { return nil }
    if text.letter(near) == 0x2D, Letter.isLatin(next) { return nil }
    if text.contains("-old", at: end) || text.contains(" old", at: end) { return nil }
    // one hour and a half
    if text.contains(" and a half", at: end), text.isWordEnd(end + 11) {
      return (unit, end + 11, true)
    }
    return (unit, half ? end + 1 : end, half)
  }

  /// The thing counted, up to three words on.
  func countUnit(_ numeral: Numeral, _ near: Int, _ modifier: Modifier) -> (unit: String, end: Int)?
  {
    if HanNumeral.starts(text.letter(near)) && numeral.isWords { return nil }
    // 千万级IOPS
    if text.letter(near) == 0x7EA7, numeral.hasScale,
      let (unit, end) = Unit.counts.match(text, at: near + 1), end > near + 2
    {
      return (unit.name, end)
    }
    if let (unit, end) = Unit.counts.match(text, at: near) {
      if modifier.bound == nil, !modifier.approximate, isArticle(numeral, near, end) { return nil }
      if Self.otherWords.contains(where: { text.contains($0, at: near) }) { return nil }
      if text.letter(near) == 0x6B21, isAdverb(numeral, end) { return nil }
      return (refined(unit.name, near, end), end)
    }
    if text.letter(near) == 0x2D, near == numeral.end, Letter.isLatin(text.letter(near + 1)),
      let (unit, end) = Unit.counts.match(text, at: near + 1)
    {
      return (unit.name, end)
    }
    if text.letter(near) == 0x2B, let (unit, end) = Unit.counts.match(text, at: pastSpace(near + 1))
    {
      return (unit.name, min(end, near))
    }
    if text.letter(near) == 0x5927, numeral.isWords || numeral.digits <= 2 {  // 四大趋势
      if let (unit, end) = Unit.counts.match(text, at: near + 1) { return (unit.name, end) }
      if text.contains("趋势", at: near + 1) { return ("trend", near + 3) }
    }
    guard numeral.end < near || text.letter(near) == 0x2B,
      !numeral.isDecimal || numeral.hasScale
    else { return nil }
    return nounAhead(from: near, words: 3)
  }

  /// A counted noun after at most so many other words.
  private func nounAhead(from start: Int, words: Int) -> (unit: String, end: Int)? {
    var offset = start
    for _ in 0..<words {
      while Letter.isWord(text.letter(offset)) || text.letter(offset) == 0x2D
        || text.letter(offset) == 0x2B
      {
        offset += 1
      }
      guard text.letter(offset) == 0x20 else { return nil }
      offset += 1
      if let (unit, end) = Unit.counts.match(text, at: offset), Letter.isLatin(text.letter(offset)),
        text.letter(end - 1) == 0x73 || unit.name == "person"
      {
        return (unit.name, end)
      }
      if Self.stops.match(text, at: offset) != nil { return nil }
    }
    return nil
  }

  private static let stops = WordTable<Bool>(
    [
      "of", "in", "to", "for", "and", "from", "with", "at", "by", "on", "the", "its", "as", "is",
      "was", "after", "or", "that", "than", "via", "per", "who", "will", "could",
    ].map { ($0, true) })

  /// 一家, 一个: an article, no count; 十分, 一线 and the like are no numbers at all.
  private func isArticle(_ numeral: Numeral, _ near: Int, _ end: Int) -> Bool {
    guard numeral.isWords, Letter.isHan(text.letter(near)) else { return false }
    if numeral.value <= ExactDecimal(1), !numeral.hasScale { return true }
    if numeral.impliesOne, numeral.value == ExactDecimal(10) {
      return Self.wordUnits.contains(text.letter(near))
    }
    if numeral.impliesOne, numeral.value > ExactDecimal(10), numeral.value <= ExactDecimal(1000),
      !numeral.isVague
    {
      return true
    }
    let unit = text.letter(near)
    if Self.wordUnits.contains(unit), !numeral.hasScale { return true }
    return false
  }

  /// 试了三次: how often something was done, which counts nothing.
  private func isAdverb(_ numeral: Numeral, _ end: Int) -> Bool {
    numeral.isWords && !numeral.hasScale
      && (!Letter.isHan(text.letter(end)) || "才都后就仍也还均".folded.contains(text.letter(end)))
  }

  /// 张 is a GPU beside GPUs; 个 and 家 count what follows.
  private func refined(_ unit: String, _ near: Int, _ end: Int) -> String {
    let window = text.letters[end..<min(end + 14, text.count)]
    func follows(_ word: String) -> Bool { window.contains(subsequence: word.folded) }
    switch unit {
    case "card", "unit", "chip":
      if text.letter(near) == 0x5F20 || text.letter(near) == 0x9897,
        follows("gpu") || follows("卡") || follows("h100") || follows("a100") || follows("h800")
      {
        return "gpu"
      }
      return unit == "card" ? "item" : unit
    case "company" where follows("客户"): return "customer"
    case "person":
      // 名用户
      return Unit.counts.match(text, at: end).map(\.meaning.name).flatMap {
        ["user", "customer", "subscriber"].contains($0) ? $0 : nil
      } ?? unit
    case "item":
      if follows("模型") { return "model" }
      if follows("国家") { return "country" }
      return unit
    default: return unit
    }
  }

  /// A number with neither unit nor currency that money is spoken of just before.
  func impliedCurrency(_ numeral: Numeral, _ start: Int) -> String? {
    guard numeral.hasScale, numeral.value >= ExactDecimal(10_000) else { return nil }
    let before = text.letters[max(0, start - 8)..<start]
    for cue in Self.moneyCues where before.contains(subsequence: cue) { return "CNY" }
    let after = text.letters[numeral.end..<min(text.count, numeral.end + 3)]
    for cue in Self.moneyNouns
    where after.contains(subsequence: cue) {
      return numeral.isWords || numeral.hasScale ? "CNY" : nil
    }
    return nil
  }

  private static let afterYears = "级代份度轻纪龄检货会".folded
  private static let afterWeek = "年一二三四五六日末岁".folded
  /// Words that begin with a measure word and count nothing.
  private static let otherWords = ["国庆", "台阶", "台风", "名单", "位置", "家庭", "位数", "例证", "例外", "例如"].map(
    \.folded)
  private static let wordUnits = "字行级层类本组道国期单场条首".folded
  private static let moneyNouns = ["估值", "投资", "融资", "薪酬", "罚款", "营收", "市值"].map(\.folded)
  private static let moneyCues = [
    "营收", "亏损", "净利", "收入", "融资", "投资", "罚", "逃税", "估值", "市值", "支付", "赔", "亏", "利润", "薪酬", "耗资",
    "斥资",
  ].map(\.folded)

  /// Whether a number alone says how many of something there are.
  func isBareCount(_ numeral: Numeral, _ modifier: Modifier, _ start: Int) -> Bool {
    if numeral.impliesOne, modifier.bound == nil, !numeral.isVague { return false }
    if numeral.isWords {
      let isNumber = numeral.hasScale && numeral.value >= ExactDecimal(100) && !numeral.impliesOne
      return (isNumber && !Letter.isHan(text.letter(numeral.end)))
        || isNumber && numeral.value >= ExactDecimal(10_000)
        || modifier.bound == .atLeast && numeral.hasScale && numeral.value >= ExactDecimal(10_000)
    }
    if text.letter(numeral.end) == 0x2D, Letter.isWord(text.letter(numeral.end + 1)) {
      return false
    }
    if Letter.isLatin(text.letter(numeral.end)) { return false }
    // 4K is a resolution.
    if numeral.digits == 1, text.letter(numeral.end - 1) == 0x6B, start == numeral.end - 2,
      text.letter(numeral.end) != 0x2B
    {
      return false
    }
    if [0x70B9, 0x65F6, 0x3A].contains(text.letter(numeral.end)) { return false }  // 点, 时, :
    if numeral.hasScale || numeral.isGrouped { return true }
    if numeral.isDecimal { return false }
    if modifier.bound != nil || modifier.approximate { return start < numeral.end - numeral.digits }
    if numeral.digits == 5 || numeral.digits == 6, !Letter.isLatin(text.letter(start - 1)) {
      return !Letter.isWord(text.letter(start - 1)) && text.letter(numeral.end) != 0x3A
    }
    return false
  }
}

extension ArraySlice<UInt16> {
  func contains(subsequence word: [UInt16]) -> Bool {
    guard let first = word.first, count >= word.count else { return false }
    var start = startIndex
    while start + word.count <= endIndex {
      if self[start] == first, self[start..<(start + word.count)].elementsEqual(word) {
        return true
      }
      start += 1
    }
    return false
  }
}
