import Testing

@testable import Rendering

@Suite struct NodeTests {
  static let hostile = [
    "<script>alert(1)</script>", "]]>", "--><img src=x onerror=alert(1)>", "\" onload=\"alert(1)",
    "' onfocus='x", "&lt;b&gt;", "\u{202E}txt.exe\u{2066}", "a\u{0}b\u{1B}[31mc", "</title></svg>",
  ]

  @Test(arguments: hostile) func `text stays text, between tags and in attributes`(text: String) {
    let markup = Node("p", [Attribute("title", text)], text).markup
    #expect(markup.hasPrefix("<p title=\"") && markup.hasSuffix("</p>"))
    #expect(markup.count { $0 == "<" } == 2 && markup.count { $0 == "\"" } == 2)
    #expect(!markup.unicodeScalars.contains { $0.value < 0x20 || 0x202A...0x2069 ~= $0.value })
  }

  @Test func `what is escaped reads as it was written`() {
    #expect(Node("p", [], "a < b & \"c\"").markup == "<p>a &lt; b &amp; &quot;c&quot;</p>")
  }

  @Test func `elements of HTML that hold nothing have no end, all others have one`() {
    #expect(Node("br").markup == "<br>")
    #expect(Node("path", [Attribute("x", 1.256)]).markup == "<path x=\"1.26\"></path>")
  }

  @Test(arguments: [
    "javascript:alert(1)", "JAVASCRIPT:x", "data:text/html,x", "vbscript:x", "file:///etc/passwd",
    " javascript:x", "java\nscript:x", "//example.org", "",
  ])
  func `an address of another scheme is no link`(address: String) {
    #expect(Link(web: address) == nil)
  }

  @Test func `an address of the web is one, with what breaks out of attributes in percent`() {
    #expect(
      Node("a", [.href(Link(web: "https://example.org/a\"b<c>?q=商")!)], "x").markup
        == "<a href=\"https://example.org/a%22b%3Cc%3E?q=%E5%95%86\">x</a>")
    #expect(Link(file: "javascript:x.html").address == "./javascript%3Ax.html")
    #expect(Link(path: "/events", query: [("q", "a&b=商")]).address == "/events?q=a%26b%3D%E5%95%86")
  }
}
