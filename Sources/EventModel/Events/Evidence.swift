package import JSONText

/// Why an event was coded: what in the text made it so.
package struct Evidence: Hashable, Sendable {
  /// The words that decided the type.
  package let trigger: String
  /// The part of the item's text that tells the event, in Unicode scalars.
  package let span: Range<Int>
  /// 10...100.
  package let confidence: Int
  /// The digest of the dictionaries and the model that coded it; nil in records of before it was kept.
  package var coder: String?
  /// The language model that read the item, `model:NAME@DIGEST` with the digest of what it was told to
  /// do, where it decided some of the fields.
  package var reader: String?
  /// Those fields.
  package var fieldsByReader: [String]

  package init(
    trigger: String, span: Range<Int>, confidence: Int, coder: String? = nil,
    reader: String? = nil, fieldsByReader: [String] = []
  ) {
    self.trigger = trigger
    self.span = span
    self.confidence = confidence
    self.coder = coder
    self.reader = reader
    self.fieldsByReader = fieldsByReader
  }

  /// Who decided each field that the coder did not decide.
  package var coders: JSON? {
    reader.map { reader in
      .object(fieldsByReader.map { JSON.Member($0, .string(reader)) })
    }
  }
}
