import JSONText
import Testing

@Suite struct JSONTests {
  @Test(arguments: [
    #"{"b":1,"a":[true,null,"x\n\"é深"],"n":-1.50e+3}"#, "[]", #""""#, "0",
  ])
  func `what was read is written again byte for byte`(text: String) throws {
    #expect(try JSON.parse(text).text == text)
  }

  @Test func `escapes are decoded`() throws {
    #expect(try JSON.parse(#""\u6df1\ud83d\ude00\/\ud800""#).string == "深😀/\u{FFFD}")
  }

  @Test(arguments: [
    ("", 1), ("{", 1), ("[1,]", 1), ("{\"a\":1,\n\"b\" 2}", 2), ("01", 1), ("\"\u{1}\"", 1),
    ("nul", 1), ("[1] 2", 1), ("\"\\u12g4\"", 1), (String(repeating: "[", count: 200), 1),
  ])
  func `what is no JSON is refused with its line`(text: String, line: Int) {
    let error = #expect(throws: JSONError.self) { try JSON.parse(text) }
    #expect(error?.line == line)
  }
}
