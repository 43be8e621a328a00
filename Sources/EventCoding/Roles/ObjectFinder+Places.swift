extension ObjectFinder {
  /// Whether a platform is meant: on iOS, 面向Windows.
  func isPlace(_ span: Range<Int>) -> Bool {
    let hasVersion = Letter.isDigit(text.letter(span.upperBound - 1))
    if ObjectFinder.editions.contains(where: { text.contains($0, at: span.upperBound) }),
      isPlatform(span)
    {
      return true
    }
    return !hasVersion
      && ObjectFinder.places.contains { text.contains($0, before: span.lowerBound) }
  }

  /// Whether it only serves as a measure: a ChatGPT rival, 类ChatGPT, 碾压ChatGPT.
  static func isCompared(_ span: Range<Int>, _ text: FoldedText) -> Bool {
    ObjectFinder.comparingBefore.contains { text.contains($0, before: span.lowerBound) }
      || ObjectFinder.comparingAfter.contains { text.contains($0, at: span.upperBound) }
  }

  /// What is made for the platform before it: iOS 应用.
  private static let editions = [
    " app", " users", " version", " 应用", "应用", " 版", "版", "端", " 端", "用户", " 用户", "设备", " 设备",
  ]
  .map(\.folded)
  private static let places = [
    "on ", "in ", "inside ", "via ", "across ", "over ", "面向", "基于", "支持", "登陆", "接入",
    "上线 ", "for ", "into ", "using ",
  ].map(\.folded)
  private static let comparingBefore = [
    "类", "碾压", "超越", "超过", "对标", "比肩", "媲美", "击败", "替代", "取代", "挑战", "叫板", "对抗", "剑指", "逼宫",
    "than ", "vs ", "vs. ",
    "against ", "rivals ", "rivaling ", "beats ", "outperforms ", "rival to ", "competitor to ",
    "alternative to ", "answer to ", "unlike ",
  ].map(\.folded)
  private static let comparingAfter = [
    " competitor", " rival", " alternative", " clone", " killer", "-like", " like", "竞品", "竞争对手",
    "的对手", "展开竞争", "发起挑战",
  ].map(\.folded)
}
