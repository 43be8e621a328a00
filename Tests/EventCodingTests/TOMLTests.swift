import Testing

@testable import EventCoding

@Suite struct TOMLTests {
  private func entries(_ toml: String) throws -> [String] {
    try TOMLReader.read(toml).map {
      "\($0.line) \($0.path.joined(separator: "/")) \(said($0.value))"
    }
  }

  private func said(_ value: TOMLValue) -> String {
    switch value {
    case .text(let text): text
    case .list(let values): "[\(values.map(said).joined(separator: "|"))]"
    case .number: "(a number)"
    case .other(let what): "(\(what))"
    }
  }

  @Test(arguments: [
    ("a = 'b'", ["1 a b"]),
    ("# x\r\n[t]\r\na.\"b c\" . d = \"e\" # f\r\n", ["3 t/a/b c/d e"]),
    ("a = [ 'b', # c\n \"d\",\n]\n[e.f]\ng = []", ["1 a [b|d]", "5 e/f/g []"]),
    (#"a = "\t\"\\\u00e9\U0001F600""#, ["1 a \t\"\\é😀"]),
    (#"a = 'C:\new'"#, [#"1 a C:\new"#]),
    ("a = \"\"\"\nb\n  c \\\n   d\"\"\"\"\ne = '''x'y'''", ["1 a b\n  c d\"", "5 e x'y"]),
    ("a = { b = 'c', d = ['e'] }", ["1 a/b c", "1 a/d [e]"]),
    (
      "a = 1\nb = true\nc = 2024-05-06 07:08:09\nd = -inf\ne = [[1], {x = 2}]",
      [
        "1 a (a number)", "2 b (true or false)", "3 c (a date)", "4 d (a number)",
        "5 e [[(a number)]|(a table)]",
      ]
    ),
    ("[[a]]\nb = 'c'\n[[a]]\nb = 'd'\n[a.e]\nf = 'g'", ["1 a (a list of tables)"]),
    ("\u{FEFF}a = ''", ["1 a "]),
  ])
  func `reads what TOML says`(toml: String, expected: [String]) throws {
    #expect(try entries(toml) == expected)
  }

  @Test(arguments: [
    ("a = 'b'\na = 'c'", 2), ("[a]\nb = 'c'\n\n[a]", 4), ("a = 'b'\n[a]", 2),
    ("a = 'b'\na.c = 'd'", 2),
    ("[a]\n[[a]]", 2), ("[[a]]\n[a]", 2), ("#\n[[[", 2), ("[a", 1), ("[a]]", 1), ("[[a]", 1),
    ("a", 1),
    ("a =", 1), ("a = b", 1), ("a = 'b' c", 1), ("a = 'b\n'", 1), ("\na = [", 2),
    ("a = ['b' 'c']", 1),
    ("a = {b = 'c'", 1), ("a = \"\\q\"", 1), ("a = \"\\uD800\"", 1), ("a = \"\\u00", 1),
    ("a = \"\\", 1),
    ("= 'b'", 1), ("a..b = 'c'", 1), ("a = '\u{1}'", 1), ("é = 'a'", 1), ("a = \"\"\"\n\n", 3),
  ])
  func `refuses what is no TOML, with its line`(toml: String, line: Int) {
    let error = #expect(throws: TOMLError.self) { try TOMLReader.read(toml) }
    #expect(error?.line == line)
  }

  @Test(arguments: ["[", "{a=", "a."])
  func `does not nest for ever`(opening: String) {
    let deep = String(repeating: opening, count: 100_000)
    for toml in ["a = \(deep)", deep, "[\(deep)"] {
      #expect(throws: TOMLError.self) { try TOMLReader.read(toml) }
    }
  }
}
