/// A start tag; attribute values are ranges of the markup, references not yet decoded.
struct HTMLTag {
  let name: String
  var attributes: [(name: String, value: Range<Int>)] = []
  var isSelfClosing = false

  init(name: String) { self.name = name }
}
