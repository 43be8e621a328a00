import EventLog
import EventModel

/// What a row puts beside an event.
struct BookMarks: Equatable, Sendable {
  var tags: [String] = []
  /// Words about it.
  var remark: String?

  /// The records of the marks of an event that a row of a book tells.
  func news(of event: RecordID, book: String, row: String) -> [NewRecord] {
    let tagged = tags.map { tag in
      NewRecord(
        id: .naming("book", book, row, "tag", tag),
        change: .eventTagged(EventTag(of: event, tag: tag, isOn: true)))
    }
    let noted = remark.map { text in
      NewRecord(
        id: .naming("book", book, row, "remark", text),
        change: .eventNoted(EventNote(of: event, text: text)))
    }
    return tagged + [noted].compactMap(\.self)
  }
}
