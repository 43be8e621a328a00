import EventModel

/// When the event of a passage happened, and what time a forecast is about.
struct EventDate {
  let date: PartialDate?
  let horizon: PartialDate?

  init(_ passage: Passage) {
    let dates = passage.quantities.filter { $0.kind == .date }.compactMap { quantity in
      quantity.date?.partialDate.map { (quantity, $0) }
    }
    date =
      dates.first { quantity, date in
        [.day, .month].contains(date.precision) && passage.isInHead(quantity.span)
          && !EventDate.isDelay(quantity.span, passage.text)
      }?.1
    horizon = passage.context.published.flatMap { published in
      dates.first { ($0.1.last ?? published) > published }?.1
    }
  }

  /// 14天后: how long after something else, which dates no event.
  private static func isDelay(_ span: Range<Int>, _ text: FoldedText) -> Bool {
    let first = text.letter(span.lowerBound)
    guard Letter.isDigit(first) || HanNumeral.starts(first) else { return false }
    return text.letter(span.upperBound - 1) == 0x540E
  }
}
