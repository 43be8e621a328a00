import EventModel

@testable import EventCoding

/// A text whose spans are marked as in swift-format's rule tests: `raises 1️⃣$2B2️⃣ at 3️⃣$9B4️⃣`.
struct MarkedText {
  let text: String
  /// The words between each pair of marks.
  let spans: [String]

  init(_ marked: String) {
    var text = ""
    var spans: [String] = []
    var open: String?
    for character in marked {
      if character.unicodeScalars.contains("\u{20E3}") {
        if let words = open { spans.append(words) }
        open = open == nil ? "" : nil
      } else {
        text.append(character)
        open?.append(character)
      }
    }
    self.text = text
    self.spans = spans
  }

  func quantities(published: String = "2026-11-23") -> [Quantity] {
    QuantityScanner.scan(FoldedText(text), published: CivilDay(published)!)
  }

  func words(of quantity: Quantity) -> String {
    let scalars = Array(text.unicodeScalars)[quantity.span]
    return String(String.UnicodeScalarView(scalars))
  }
}
