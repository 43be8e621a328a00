import EventModel

/// Finds names that no dictionary has, by their place in the headline: `$A raises`, `acquires $B`.
struct SubjectFinder {
  let headline: Headline
  private var text: FoldedText { headline.text }

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
          !(text.contains("-backed", at: close))
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
    return found.flatMap { $0.count > 1 ? text.quote($0).trimmed : nil } ?? hanSubject(start, end)
      ?? (isCompany ? wholeClause(start, end) : nil)
  }

  private func isClauseMark(_ letter: UInt16) -> Bool {
    [0x2C, 0x3A, 0x3B, 0x7C, 0x21, 0x3F, 0xFF5C].contains(letter)
  }

  /// A Chinese name that is all there is before the verb: 康藤 获, 三好网 宣布 完成, “中科清能” 完成.
  private func wholeClause(_ start: Int, _ end: Int) -> String? {
    var (open, close) = (start, end)
    for word in SubjectFinder.auxiliaries where text.contains(word, at: close - word.count) {
      close -= word.count
    }
    while close > open, [0x20, 0x22].contains(text.letter(close - 1)) { close -= 1 }
    if let quote = text.letters[open..<max(open, close)].lastIndex(of: 0x22) { open = quote + 1 }
    while open < close, text.letter(open) == 0x20 { open += 1 }
    guard 2...6 ~= close - open, text.letters[open..<close].allSatisfy(Letter.isHan),
      !text.letters[open..<close].contains(where: { SubjectFinder.functionLetters.contains($0) })
    else { return nil }
    return text.quote(open..<close)
  }

  /// A Latin name that opens a headline and does something at once: Firecrawl 发布, Doss raises.
  var lead: Range<Int>? {
    let start = headline.body.lowerBound
    let run = headline.isChinese ? headline.latinRun(at: start) : headline.nameRun(at: start)
    guard let run, run.count > 2 else { return nil }
    guard text.letter(run.upperBound) != 0x2C else { return nil }
    return SubjectFinder.acts(text, after: run.upperBound) ? run : nil
  }

  /// A Chinese name set apart where the headline opens: before a colon (正邦科技:), or in quotes
  /// (“易快报”拿到).
  var hanLead: Range<Int>? {
    var start = headline.body.lowerBound
    for notice in SubjectFinder.notices where text.contains(notice, at: start) {
      start += notice.count
    }
    if Letter.isDigit(text.letter(start)), text.contains(SubjectFinder.limitUps, at: start + 1) {
      start += 1 + SubjectFinder.limitUps.count
    }
    let isQuoted = text.letter(start) == 0x22
    if isQuoted { start += 1 }
    var end = start
    while end < headline.body.upperBound, Letter.isHan(text.letter(end)) { end += 1 }
    guard 2...(isQuoted ? 8 : 6) ~= end - start,
      text.letter(end) == (isQuoted ? 0x22 : 0x3A),
      isQuoted ? SubjectFinder.acts(text, after: end + 1) : true,
      !text.letters[start..<end].contains(where: { SubjectFinder.functionLetters.contains($0) }),
      !SubjectFinder.speakers.contains(where: {
        text.letters[start..<end].contains(subsequence: $0)
      })
    else { return nil }
    return start..<end
  }

  /// Whether a verb of doing, or a comma, follows a name.
  static func acts(_ text: FoldedText, after name: Int) -> Bool {
    let verb = name + (text.letter(name) == 0x20 ? 1 : 0)
    return text.letter(name) == 0x2C || openingVerbs.contains { text.contains($0, at: verb) }
  }

  /// Whether something with a Latin name comes out amid Chinese: 爱诗科技 PixVerse C1 发布.
  var releasesSomething: Bool {
    SubjectFinder.arrivals.contains { verb in
      guard let place = text.letters.firstOffset(of: verb, in: headline.body) else { return false }
      let end = text.letter(place - 1) == 0x20 ? place - 1 : place
      return Letter.isWord(text.letter(end - 1))
    }
  }

  /// Whether something with a Latin name comes out that is called a model: 推出 Music v2 模型.
  var releasesModel: Bool {
    SubjectFinder.arrivals.contains { verb in
      guard let place = text.letters.firstOffset(of: verb, in: headline.body) else { return false }
      var start = place + verb.count
      if text.letter(start) == 0x20 { start += 1 }
      guard let run = headline.latinRun(at: start) else { return false }
      let end = min(run.upperBound + 8, headline.body.upperBound)
      guard let model = text.letters.firstOffset(of: SubjectFinder.model, in: run.upperBound..<end)
      else { return false }
      return !text.letters[run.upperBound..<model].contains(where: isClauseMark)
    }
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
        return text.quote(run)
      }
      offset = word.upperBound
    }
    return nil
  }

  /// A Chinese company name by its ending: 它石智航, 无问芯穹科技.
  private func hanSubject(_ start: Int, _ end: Int) -> String? {
    for suffix in SubjectFinder.companyEndings {
      var offset = start
      while offset + suffix.count <= end {
        if text.contains(suffix, at: offset) {
          let close = offset + suffix.count
          var open = offset
          while open > start, Letter.isHan(text.letter(open - 1)), offset - open < 4 { open -= 1 }
          if close - open >= 3, open == start || !Letter.isHan(text.letter(open - 1)) {
            return text.quote(open..<close)
          }
        }
        offset += 1
      }
    }
    return nil
  }

  /// What stands before the name of a notice, and before the name of who has risen for days.
  private static let notices = ["独家丨", "独家|", "公告精选|"].map(\.folded)
  private static let limitUps = "连板".folded
  /// What speaks before a colon and is no company.
  private static let speakers = [
    "独家", "快讯", "突发", "重磅", "官方", "报告", "机构", "分析", "专家", "外媒", "消息", "知情", "人士", "调查", "观点", "深度",
    "媒体", "网友", "最新", "回应", "公告", "今日", "热点", "焦点", "视频", "图解", "研报", "证券", "教授", "院士", "记者", "数据",
    "日报", "周报", "早报", "晚报", "盘点", "解读", "评论", "独白", "故事", "对话", "专访", "问答", "预告", "直播", "揭秘", "时代",
  ].map(\.folded)
  private static let model = "模型".folded
  private static let auxiliaries = ["正式", "已", "宣布", "再次", "再", "近日", "拟", "将"].map(\.folded)
  /// Letters that no name has: it is a phrase.
  private static let functionLetters = Set("的在将被和与是也不为从对有了就都还又一家年月日".folded)
  private static let arrivals = ["发布", "推出", "亮相", "上线", "开源", "开放"].map(\.folded)
  private static let openingVerbs = [
    "发布", "推出", "开源", "上线", "宣布", "完成", "获", "提出", "融资", "开放", "收购", "正式", "更新", "升级", "新增", "团队",
    "与", "公布", "将", "拟", "计划", "斥资", "拿到", "拿下", "斩获", "敲定", "签署", "联合", "启动", "登陆", "赴", "递交",
    "官宣",
    "raises ", "raised ", "launches ", "unveils ", "releases ", "debuts ", "introduces ", "lands ",
    "secures ", "nabs ", "closes ", "acquires ", "buys ", "rolls out ", "open-sources ",
    "open sources ", "announces ", "partners ", "lays off ", "files ", "sues ", "hires ",
    "to lay off ", "is laying off ", "cuts ", "to cut ", "names ", "appoints ", "to acquire ",
    "reports ",
    "agrees ", "signs ", "delays ", "recalls ", "shuts down ", "will launch ", "to launch ",
    "begins ", "starts ", "adds ", "expands ", "brings ", "wins ", "gets ", "emerges ", "offloads ",
    "sells ", "plans ", "tests ", "pauses ", "halts ", "ends ", "drops ", "fires ", "settles ",
    "posts ", "loses ", "says ", "will ", "opens ", "extends ", "updates ", "replaces ", "pulls ",
    "taps ", "poaches ", "ousts ", "backs ", "joins ", "inks ", "strikes ", "teams up ", "merges ",
    "rebrands ", "apologizes ", "confirms ", "denies ", "admits ", "blocks ", "bans ", "tops ",
  ].map(\.folded)
  private static let companyEndings = [
    "科技", "智能", "机器人", "智行", "智航", "半导体", "微电子", "生物", "医疗", "集团", "股份", "资本", "基金", "网络", "汽车",
    "电子", "动力", "芯片公司",
  ].map(\.folded)
}
