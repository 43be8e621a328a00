import Ingestion
import Testing

@Suite struct LinesTests {
  func lines(_ text: String, piece: Int, longest: Int = 100) throws -> [String] {
    var rest = Array(text.utf8)[...]
    var lines = Lines(of: "f", longest: longest) { most in
      defer { rest = rest.dropFirst(min(piece, most)) }
      return Array(rest.prefix(min(piece, most)))
    }
    var found: [String] = []
    while let line = try lines.next() {
      found.append("\(line.number):" + String(decoding: line.bytes, as: UTF8.self))
    }
    return found
  }

  @Test(arguments: 1...9)
  func `lines are the same in whatever pieces they come`(piece: Int) throws {
    let text = "a\n\n  \t\r\nb c\r\n融资\n\nd"
    #expect(try lines(text, piece: piece) == ["1:a", "4:b c\r", "5:融资", "7:d"])
    #expect(try lines("", piece: piece) == [])
    #expect(try lines("\n\n", piece: piece) == [])
    #expect(try lines("a\n", piece: piece) == ["1:a"])
  }

  @Test(arguments: 1...9)
  func `a line that is too long is named, and one that is just so long is read`(piece: Int) throws {
    #expect(try lines("a\n12345\nb", piece: piece, longest: 5) == ["1:a", "2:12345", "3:b"])
    let error = #expect(throws: Finding.self) {
      try lines("a\n" + String(repeating: "1", count: 20), piece: piece, longest: 5)
    }
    #expect(error?.description == "f:2: the line is longer than 0 MB")
  }

  @Test func `a line that was looked at comes again`() throws {
    var lines = Lines(of: "f", bytes: Array("\na\nb".utf8))
    #expect(try lines.peek()?.number == 2)
    #expect(try lines.peek()?.number == 2)
    #expect(try lines.next()?.number == 2)
    #expect(try lines.next()?.number == 3)
    #expect(try lines.peek() == nil)
  }
}
