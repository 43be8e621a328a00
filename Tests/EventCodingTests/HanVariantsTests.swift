import Testing

@testable import EventCoding

@Suite struct HanVariantsTests {
  @Test func `traditional letters are matched as simplified ones`() {
    #expect("百度宣佈完成百億融資".folded == "百度宣布完成百亿融资".folded)
  }

  @Test func `what both scripts share stays, and so does a quote`() {
    #expect("人工智能".folded == Array("人工智能".utf16))
    let text = FoldedText("臺灣積體電路")
    #expect(text.quote(0..<6) == "臺灣積體電路" && text.name(0..<6) == "臺灣積體電路")
  }
}
