/// A human-readable text as served, with what is needed to read it (RFC 4287 §3.1).
package struct TextConstruct: Sendable, Equatable {
  package enum Kind: String, Sendable { case text, html, xhtml }

  /// The text exactly as served after XML decoding: for `.html` and `.xhtml` this is markup.
  package var value: String {
    get { String(decoding: utf8, as: UTF8.self) }
    set { utf8 = Array(newValue.utf8) }
  }
  package var kind: Kind
  /// What relative URLs in the markup resolve against.
  package var baseURL: String? { context.flatMap { $0.base.isEmpty ? nil : $0.base } }
  /// A language tag such as `en` or `zh-CN`.
  package var language: String? { context?.language }
  /// The value's bytes: most texts of a feed are never asked for, so none is made a string before.
  private var utf8: [UInt8]
  private let context: ReadingContext?

  package init(_ value: String, kind: Kind = .text, baseURL: String? = nil, language: String? = nil)
  {
    let context = ReadingContext(base: baseURL ?? "", language: language)
    self.init(
      utf8: Array(value.utf8), kind: kind,
      context: baseURL == nil && language == nil ? nil : context)
  }

  init(utf8: [UInt8], kind: Kind, context: ReadingContext?) {
    self.utf8 = utf8
    self.kind = kind
    self.context = context
  }

  /// Of the bytes as served.
  var hash: UInt64 { utf8.withUnsafeBufferPointer(KeyHash.of) }

  /// What a person would read: no markup, no control characters, white space collapsed.
  package var plainText: String {
    utf8.withUnsafeBufferPointer {
      kind == .text ? PlainText.from(text: $0) : PlainText.from(html: $0)
    }
  }

  /// ``plainText`` with a line for each paragraph, as articles are read.
  package var paragraphs: String {
    utf8.withUnsafeBufferPointer {
      kind == .text ? PlainText.paragraphs(ofText: $0) : PlainText.paragraphs(ofHTML: $0)
    }
  }

  /// Appends ``plainText`` without making a string of it.
  func appendPlainText(to buffer: inout TextBuffer) {
    utf8.withUnsafeBufferPointer { bytes in
      buffer.append(upTo: bytes.count) {
        kind == .text
          ? PlainText.write(text: bytes, to: PlainLine($0))
          : PlainText.write(html: bytes, to: PlainLine($0))
      }
    }
  }

  /// Markup that is safe to show; a plain text comes back escaped.
  package var sanitizedHTML: String {
    switch kind {
    case .text: HTMLText.escape(value)
    case .html, .xhtml: HTMLSanitizer.sanitize(value, baseURL: baseURL)
    }
  }
}
