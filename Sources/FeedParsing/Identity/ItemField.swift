/// The fields of an item whose change is a revision; a new guid or a new date format is none.
package enum ItemField: String, Sendable, CaseIterable {
  case title, url, summary, content, published

  /// The fields in which a reader would see a difference, in a fixed order.
  ///
  /// Texts are compared as plain text: new tracking pixels or markup are no edit. Dates are compared
  /// as instants, so that a new spelling of the same moment is none either.
  package static func changes(from old: Item, to new: Item) -> [ItemField] {
    allCases.filter { field in
      switch field {
      case .title: old.plainTitle != new.plainTitle
      case .url: old.url.map(AddressKey.of) != new.url.map(AddressKey.of)
      case .summary: old.summary?.plainText != new.summary?.plainText
      case .content: old.content?.plainText != new.content?.plainText
      case .published: (old.date?.instant) != (new.date?.instant)
      }
    }
  }
}
