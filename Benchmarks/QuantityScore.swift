import EventCoding
import EventModel
import JSONText

/// How well the quantities found in labelled texts agree with the labels.
struct QuantityScore {
  /// By kind; money by language as well.
  private(set) var kinds: [String: Agreement] = [:]
  /// Of the quantities that were found, dates aside.
  private(set) var modifiers = Share()
  private(set) var directions = Share()
  private(set) var units = Share()

  init(_ coder: EventCoder, on lines: [JSON]) {
    for line in lines {
      guard let text = line["text"]?.string, let language = line["lang"]?.string,
        let day = line["published"]?.string.flatMap({ CivilDay($0) })
      else { continue }
      let expected = line["expected"]?.elements?.compactMap(LabelledQuantity.init(json:)) ?? []
      compare(coder.code(ItemText(title: text, published: day)).quantities, expected, language)
    }
  }

  /// Pairs each label with the first quantity that agrees and is not taken.
  private mutating func compare(
    _ found: [Quantity], _ expected: [LabelledQuantity], _ language: String
  ) {
    func name(_ kind: Quantity.Kind) -> String {
      kind == .money ? "money \(language)" : kind.rawValue
    }
    for quantity in found { kinds[name(quantity.kind), default: Agreement()].given += 1 }
    var left = found
    for label in expected {
      kinds[name(label.kind), default: Agreement()].expected += 1
      guard let index = left.firstIndex(where: label.agrees) else { continue }
      kinds[name(label.kind), default: Agreement()].right += 1
      let quantity = left.remove(at: index)
      guard quantity.kind != .date else { continue }
      modifiers.add(label.hasModifiers(of: quantity))
      directions.add(label.direction == quantity.direction)
      units.add(label.unit == quantity.unit)
    }
  }
}
