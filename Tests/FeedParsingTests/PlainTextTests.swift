import FeedParsing
import Testing

@Suite struct PlainTextTests {
  @Test(arguments: [
    ("<p>Hot</p><p>iron</p>", "Hot iron"),
    ("Hot<br>iron &amp;\n  steel", "Hot iron & steel"),
    ("<b>I</b>ron", "Iron"),
    ("a<script>var b = '<p>';</script>c", "ac"),
    ("5 &lt; 6 &#x1F525; &eacute;&nbsp;x", "5 < 6 🔥 é x"),
    ("&#xD83D;&#xDD25; &#55357;x &#xDD25;", "🔥 x"),
    ("\u{1B}[31mred\u{7}&#27;[0m", "[31mred[0m"),
    ("a\u{202E}b\u{200B}c\u{FEFF}", "abc"),
    ("<!-- x -->a<![CDATA[b]]>", "a<![CDATA[b]]>"),
    ("a < b & c", "a < b & c"),
    ("we show $a<b$ while n<m, and iron", "we show $a<b$ while n<m, and iron"),
    ("<p>iron melts where a<b</p><p>ore</p>", "iron melts where a<b ore"),
    ("iron <b<i>ore</i>", "iron ore"),
    ("Vec<int, x> of <ann@foundry.example>", "Vec<int, x> of <ann@foundry.example>"),
    ("iron <unknown>ore</unknown>", "iron ore"),
    ("cut <a href=\"https://foun", "cut"), ("cut <img", "cut"), ("cut <x", "cut <x"),
    ("a\u{E0041}b", "ab"), ("🏴\u{E0067}\u{E0062}\u{E007F}", "🏴\u{E0067}\u{E0062}\u{E007F}"),
    ("", ""), ("   ", ""), ("&", "&"), ("<", "<"), ("铁　与\u{3000}火", "铁 与 火"),
  ])
  func `markup becomes what a person would read`(_ html: String, _ text: String) {
    #expect(PlainText.from(html: html) == text)
  }

  @Test(arguments: [
    ("<p>Hot</p><p>iron</p>", "Hot\niron"), ("Hot<br>iron <b>and</b> steel", "Hot\niron and steel"),
    ("Hot\niron", "Hot\niron"), ("<p>Hot\niron</p><p></p><p>ore</p>", "Hot iron\nore"),
  ])
  func `paragraphs keep their lines`(_ html: String, _ text: String) {
    #expect(PlainText.paragraphs(ofHTML: html) == text)
  }

  @Test func `plain text keeps its angle brackets`() {
    #expect(PlainText.from(text: " a <b>\u{1B}[2J &amp; c ") == "a <b>[2J &amp; c")
  }
}
