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
      dates.first {
        ["day", "month"].contains($0.0.date?.precision) && passage.isInHead($0.0.span)
      }?.1
    horizon = passage.context.published.flatMap { published in
      dates.first { ($0.1.last ?? published) > published }?.1
    }
  }
}
