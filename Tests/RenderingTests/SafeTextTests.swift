import EventModel
import JSONText
import Querying
import Rendering
import Testing

/// What hostile text may not do in any format.
@Suite struct SafeTextTests {
  /// Characters that no output for people or programs may hold as themselves.
  static func isBanned(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0A, 0x0D: false
    case ..<0x20, 0x7F...0x9F, 0xAD, 0x61C, 0x200B, 0x200E...0x200F, 0x2028...0x202E,
      0x2060...0x206F, 0xFEFF, 0xE0000...0xE0FFF:
      true
    default: false
    }
  }

  static let hostile = [
    "\u{1B}[2J\u{1B}]0;title\u{7}", "\u{9B}31mred", "\u{7F}\u{8}\u{8}\u{8}", "a\u{202E}gnp.exe",
    "\u{2066}x\u{2069}", "\u{61C}x", "line\u{2028}line\u{2029}", "tab\tnew\nline\r\n",
    "zero\u{200B}width\u{2060}\u{FEFF}\u{AD}", "tag\u{E0041}\u{E0042}\u{E007F}", "\u{0}nul",
    "=HYPERLINK(\"x\")", "<script>alert(1)</script>", "[x](javascript:alert(1))", "# heading",
    "- list", "1. list", "a | b", "`code`", "![i](http://x)", "\u{200D}\u{200D}\u{200D}",
  ]

  static func document(_ text: String) -> Document {
    Document(
      schema: "annals.test/1", head: 3, asOf: CivilDay("2026-11-23")!,
      columns: [Column("text", key: "text"), Column("end", key: "end")],
      rows: [.object(["text": .string(text), "end": "."])])
  }

  static let formats: [any Format] = [
    TableFormat(width: nil, usesColor: false), SeparatedFormat.csv, SeparatedFormat.tsv,
    MarkdownFormat(),
    JSONFormat(), JSONLinesFormat(),
  ]

  @Test(arguments: hostile)
  func `no format lets it out`(text: String) throws {
    for format in Self.formats {
      let out = format.text(Self.document(text))
      let banned = out.unicodeScalars.filter(Self.isBanned).filter {
        $0 != "\t" || !(format is SeparatedFormat)
      }
      #expect(banned.isEmpty, "\(format)")
    }
    #expect(SeparatedFormat.tsv.text(Self.document(text)).split(separator: "\n").count == 2)
    #expect(SeparatedFormat.tsv.text(Self.document(text)).filter { $0 == "\t" }.count == 2)
  }

  @Test(arguments: hostile)
  func `JSON keeps the value`(text: String) throws {
    let json = try JSON.parse(JSONFormat().text(Self.document(text)))
    #expect(json["rows"]?.elements?.first?["text"]?.string == text)
  }

  @Test func `JSON Lines stay lines`() {
    let lines = Array("{\"a\":\"。\"}\n{\"a\":\"\u{9B}\"}\n".utf8)
    let safe = String(decoding: SafeText.json(lines), as: UTF8.self)
    #expect(safe == "{\"a\":\"。\"}\n{\"a\":\"\\u009b\"}\n")
  }

  @Test func `JSON escapes what is hidden and copies the rest`() {
    let cases = [
      ("a\u{202E}b", "a\\u202eb"), ("\u{9B}", "\\u009b"), ("\u{7F}x", "\\u007fx"),
      ("\u{E0041}", "\\udb40\\udc41"), ("商汤“科技”é😀\u{200D}", "商汤“科技”é😀\u{200D}"),
      ("x\u{FEFF}\u{2028}", "x\\ufeff\\u2028"),
    ]
    for (text, json) in cases {
      #expect(SafeText.json(JSON.string(text)) == "\"\(json)\"")
      #expect(String(decoding: SafeText.json(Array(text.utf8)), as: UTF8.self) == json)
    }
    #expect(SafeText.json([0x0A, 0xE2, 0x80]) == [0x0A, 0xE2, 0x80])
    for length in 0..<20 {
      let before = String(repeating: "~", count: length)
      #expect(
        SafeText.json(JSON.string(before + "\u{7F}" + before)) == "\"\(before)\\u007f\(before)\"")
      #expect(SafeText.json(JSON.string(before + "\u{9B}汉")) == "\"\(before)\\u009b汉\"")
    }
  }

  @Test func `Markdown shows markup and does not obey it`() {
    #expect(SafeText.markdown("<b>&") == "&lt;b&gt;&amp;")
    #expect(SafeText.markdown("# a") == "\\# a")
    #expect(SafeText.markdown("- a - b") == "\\- a - b")
    #expect(SafeText.markdown("12. a") == "12\\. a")
    #expect(SafeText.markdown("a 12. b") == "a 12. b")
    #expect(SafeText.markdown("[x](y) | `z`") == "\\[x\\](y) \\| \\`z\\`")
    #expect(SafeText.markdown("a\n# b") == "a \\# b")
  }

  /// Swift reads a sign and a combining mark after it as one character, programs of bytes do not.
  @Test func `a combining mark hides no sign`() {
    for sign in ["`", "*", "_", "[", "]", "|", "~", "#", "$", "\\"] {
      #expect(SafeText.markdown("a\(sign)\u{301}") == "a\\\(sign)\u{301}")
    }
    #expect(SafeText.markdown("<\u{338}b>\u{301}&\u{301}") == "&lt;\u{338}b&gt;\u{301}&amp;\u{301}")
    #expect(SafeText.markdown("-\u{301}") == "\\-\u{301}")
    #expect(SafeText.markdown("1.\u{301}") == "1\\.\u{301}")
    let cells = [
      ("a,\u{301}b", "\"a,\u{301}b\""), ("a\"\u{301}b", "\"a\"\"\u{301}b\""),
      ("=\u{301}b", "'=\u{301}b"),
    ]
    for (text, cell) in cells {
      #expect(SeparatedFormat.csv.text(Self.document(text)) == "text,end\r\n\(cell),.\r\n")
    }
  }

  @Test func `a link in Markdown is one of the web, or text`() {
    #expect(SafeText.markdownLink("https://a.b/c?d=e&f") == "<https://a.b/c?d=e&f>")
    #expect(SafeText.markdownLink("https://a.b/ c>d`é") == "<https://a.b/%20c%3Ed%60%C3%A9>")
    #expect(SafeText.markdownLink("javascript:alert`1`") == "javascript:alert\\`1\\`")
  }

  @Test func `what shapes emoji and Persian stays`() {
    for text in [
      "👩\u{200D}🚀", "می\u{200C}خواهم", "❤\u{FE0F}\u{200D}🔥", "1\u{FE0F}\u{20E3}", "商汤科技 ‘x’",
    ] {
      #expect(SafeText.line(text) == text)
    }
    #expect(SafeText.line("a\u{200D}b\u{FE0F}c") == "abc")
  }

  @Test func `a message is one line and keeps its spaces, lines stay lines`() {
    #expect(SafeText.message("a\n  b\u{1B}[c") == "a   b[c")
    #expect(SafeText.lines("a\n  b\u{1B}[c\n") == "a\n  b[c\n")
  }

  @Test func `XML carries hidden characters as references`() {
    #expect(SafeText.xml("a\u{202E}b\u{1B}\u{9B}\n") == "a&#x202e;b&#x9b;\n")
  }
}
