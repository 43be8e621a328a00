import EventModel

/// Codes the sentences of an article, each in its context.
struct ArticleCoder {
  let coder: EventCoder
  let item: ItemText
  /// Where the content begins in the coded text.
  let offset: Int

  func code() -> (events: [Event], reasons: [Reason]) { ([], []) }
}
