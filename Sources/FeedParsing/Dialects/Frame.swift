/// An open element.
struct Frame {
  /// Where its text begins in the buffer.
  let textStart: Int
  /// Which of the builder's ``ReadingContext`` it stands in.
  let context: Int
  let element: Element
  /// Whether markup inside is part of the element's text, as in `<author>Jane <b>Doe</b></author>`.
  let isPlain: Bool
}

/// Where in the document we are.
struct Scopes {
  var inItem = false
  var inImage = false
  var inTextInput = false
  var inSource = false
  var inAuthor = false
  var inContributor = false
  var inPublisher = false
  /// Frames that were open when the item began.
  var itemDepth = 0

  /// Whether what is read now describes neither the feed nor the item.
  var isElsewhere: Bool { inImage || inTextInput || inSource }
}

/// A text construct being read, whose child elements are text too.
struct Capture {
  var kind: TextConstruct.Kind
  let isBase64: Bool
  /// Child elements open inside the construct.
  var depth = 0
  /// Which of the children were written out, innermost last; a stray `div` is not.
  var written: [Bool] = []
}
