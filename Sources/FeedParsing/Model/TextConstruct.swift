/// A human-readable text as served, with what is needed to read it (RFC 4287 §3.1).
public struct TextConstruct: Sendable, Equatable {
  public enum Kind: String, Sendable { case text, html, xhtml }

  /// The text exactly as served after XML decoding: for `.html` and `.xhtml` this is markup.
  public var value: String {
    get { String(decoding: utf8, as: UTF8.self) }
    set { utf8 = Array(newValue.utf8) }
  }
  public var kind: Kind
  /// What relative URLs in the markup resolve against.
  public var baseURL: String?
  /// A language tag such as `en` or `zh-CN`.
  public var language: String?
  /// The value's bytes: most texts of a feed are never asked for, so none is made a string before.
  private var utf8: [UInt8]

  public init(_ value: String, kind: Kind = .text, baseURL: String? = nil, language: String? = nil)
  {
    self.init(utf8: Array(value.utf8), kind: kind, baseURL: baseURL, language: language)
  }

  init(utf8: [UInt8], kind: Kind, baseURL: String?, language: String?) {
    self.utf8 = utf8
    self.kind = kind
    self.baseURL = baseURL
    self.language = language
  }

  /// What a person would read: no markup, no control characters, white space collapsed.
  public var plainText: String {
    kind == .text ? PlainText.from(text: value) : PlainText.from(html: value)
  }

  /// ``plainText`` with a line for each paragraph, as articles are read.
  public var paragraphs: String {
    kind == .text
      ? PlainText.paragraphs(ofText: value) : PlainText.paragraphs(ofHTML: value)
  }

  /// Appends ``plainText`` without making a string of what is plain already.
  func appendPlainText(to buffer: inout TextBuffer) {
    utf8.withUnsafeBufferPointer { bytes in
      if kind == .text, bytes.isPlainLine {
        buffer.append(bytes[...])
      } else {
        buffer.append(plainText)
      }
    }
  }

  /// Markup that is safe to show; a plain text comes back escaped.
  public var sanitizedHTML: String {
    switch kind {
    case .text: HTMLText.escape(value)
    case .html, .xhtml: HTMLSanitizer.sanitize(value, baseURL: baseURL)
    }
  }
}
