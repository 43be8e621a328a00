extension SubjectFinder {
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

  /// Whether something with a Latin name comes out amid Chinese: 爱诗科技 PixVerse C1 发布.
  var releasesSomething: Bool {
    headline.isChinese
      && Verbs.comingOutChinese.contains { verb in
        guard let place = text.letters.firstOffset(of: verb, in: headline.body) else {
          return false
        }
        let end = text.letter(place - 1) == 0x20 ? place - 1 : place
        return Letter.isWord(text.letter(end - 1))
      }
  }

  /// Whether something with a Latin name comes out that is called a model: 推出 Music v2 模型.
  var releasesModel: Bool {
    headline.isChinese
      && Verbs.comingOutChinese.contains { verb in
        guard let place = text.letters.firstOffset(of: verb, in: headline.body) else {
          return false
        }
        var start = place + verb.count
        if text.letter(start) == 0x20 { start += 1 }
        guard let run = headline.latinRun(at: start) else { return false }
        let end = min(run.upperBound + 8, headline.body.upperBound)
        guard
          let model = text.letters.firstOffset(of: SubjectFinder.model, in: run.upperBound..<end)
        else { return false }
        return !text.letters[run.upperBound..<model].contains(where: isClauseMark)
      }
  }

  /// A Chinese name that is all there is before the verb: 康藤 获, 三好网 宣布 完成, “中科清能” 完成.
  func wholeClause(_ start: Int, _ end: Int) -> String? {
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
    return text.name(open..<close)
  }

  /// A Chinese company name by its ending: 它石智航, 无问芯穹科技.
  func hanSubject(_ start: Int, _ end: Int) -> String? {
    for suffix in SubjectFinder.companyEndings {
      var offset = start
      while offset + suffix.count <= end {
        if text.contains(suffix, at: offset) {
          let close = offset + suffix.count
          var open = offset
          while open > start, Letter.isHan(text.letter(open - 1)), offset - open < 4 { open -= 1 }
          if close - open >= 3, open == start || !Letter.isHan(text.letter(open - 1)) {
            return text.name(open..<close)
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
    "美媒", "英媒", "日媒", "韩媒", "印媒", "德媒", "法媒", "俄媒", "台媒", "港媒", "爆料", "解除", "路透", "彭博",
  ].map(\.folded)
  private static let model = "模型".folded
  private static let auxiliaries = ["正式", "已", "宣布", "再次", "再", "近日", "拟", "将"].map(\.folded)
  /// Letters that no name has: it is a phrase.
  private static let functionLetters = Set("的在将被和与是也不为从对有了就都还又一家年月日".folded)
  private static let companyEndings = [
    "科技", "智能", "机器人", "智行", "智航", "半导体", "微电子", "生物", "医疗", "集团", "股份", "资本", "基金", "网络", "汽车",
    "电子", "动力", "芯片公司",
  ].map(\.folded)
}
