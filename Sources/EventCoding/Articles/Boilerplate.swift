/// Words of pages that are no part of the article.
enum Boilerplate {
  /// Whether a paragraph is furniture of the page.
  static func marks(_ text: FoldedText, _ range: Range<Int>) -> Bool {
    words.contains { text.letters[range].contains(subsequence: $0) }
  }

  /// Whether the article is over where this paragraph begins.
  static func ends(_ text: FoldedText, _ range: Range<Int>) -> Bool {
    endings.contains { text.contains($0, at: range.lowerBound) }
  }

  private static let words = [
    "验证码", "扫码", "公众号", "公网安备", "版权所有", "免责声明", "投资建议", "仅代表", "举报", "点击查看", "私信", "责任编辑", "未经授权",
    "转载请",
    "cookie", "subscribe", "sign up", "newsletter", "all rights reserved", "privacy policy",
    "terms of service",
    "click here", "read more", "follow us", "share this", "advertisement",
  ].map(\.folded)
  private static let endings = [
    "原文标题", "声明:", "发表评论", "相关阅读", "推荐阅读", "related articles", "related stories", "comments",
    "leave a reply",
  ].map(\.folded)
}
