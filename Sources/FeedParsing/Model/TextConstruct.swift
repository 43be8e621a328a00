/// A human-readable text as served, with what is needed to read it (RFC 4287 §3.1).
public struct TextConstruct: Sendable, Equatable {
  public enum Kind: String, Sendable { case text, html, xhtml }

  /// The text exactly as served after XML decoding: for `.html` and `.xhtml` this is markup.
  public var value: String
  public var kind: Kind
  /// What relative URLs in the markup resolve against.
  public var baseURL: String?
  /// A language tag such as `en` or `zh-CN`.
  public var language: String?

  public init(_ value: String, kind: Kind = .text, baseURL: String? = nil, language: String? = nil)
  {
    self.value = value
    self.kind = kind
    self.baseURL = baseURL
    self.language = language
  }

  /// What a person would read: no markup, no control characters, white space collapsed.
  public var plainText: String {
    kind == .text ? PlainText.from(text: value) : PlainText.from(html: value)
  }

  /// Markup that is safe to show; a plain text comes back escaped.
  public var sanitizedHTML: String {
    switch kind {
    case .text: HTMLText.escape(value)
    case .html, .xhtml: HTMLSanitizer.sanitize(value, baseURL: baseURL)
    }
  }
}
