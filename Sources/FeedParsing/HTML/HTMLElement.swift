/// An element that ``HTMLPolicy`` has an opinion on.
struct HTMLElement: Sendable {
  let name: StaticString
  /// May be written out.
  let isAllowed: Bool
  /// Goes with its content.
  let isDropped: Bool
  /// Has neither content nor end tag.
  let isVoid: Bool
  /// A reader sees it as a break between words.
  let isBlock: Bool
  /// Whether its content is not markup: only its own end tag ends it.
  var isRawText: Bool { name.utf8CodeUnitCount > 5 ? isScript : name.isEqual("style") }

  private var isScript: Bool { name.isEqual("script") }

  static let table: NameTable<HTMLElement> = {
    var table = NameTable<HTMLElement>()
    for name in HTMLPolicy.elements + HTMLPolicy.dropped + HTMLPolicy.otherVoid {
      table.insert(
        HTMLElement(
          name: name, isAllowed: HTMLPolicy.elements.contains { $0.isEqual(name) },
          isDropped: HTMLPolicy.dropped.contains { $0.isEqual(name) },
          isVoid: HTMLPolicy.void.contains { $0.isEqual(name) },
          isBlock: HTMLPolicy.blocks.contains { $0.isEqual(name) }), for: name)
    }
    return table
  }()
}
