import EventLog
import Testing

@Suite struct ValueHashTests {
  @Test func `different values have different hashes, whatever their kind and length`() {
    let texts = (0..<40).map { String(repeating: "a", count: $0) }
    var values: [SQLValue] = texts.map(SQLValue.text)
    values += (0..<40).map { .blob(Array(repeating: UInt8(ascii: "a"), count: $0)) }
    values += (0..<40).map { .blob(Array(repeating: 0, count: $0 + 1)) }
    values += (-20..<20).map { .integer($0) } + (-20..<20).map { .real(Double($0)) }
    values += [.integer(.max), .integer(.min), .real(.infinity), .real(.leastNonzeroMagnitude)]
    values += (0..<20).map { place in
      .text(String((0..<20).map { Character($0 == place ? "b" : "a") }))
    }
    let hashes = values.map { ValueHash(7).of($0)! }
    #expect(Set(hashes).count == values.count)
    #expect(ValueHash(7).of(.null) == nil)
    #expect(Set((0..<100).map { ValueHash($0).of(.integer(1))! }).count == 100)
  }

  @Test func `what SQLite stores as the same is the same`() {
    #expect(ValueHash(7).of(.real(-0.0)) == ValueHash(7).of(.real(0)))
    #expect(ValueHash(7).of(.text("融资 a")) == ValueHash(7).of(.utf8(Array("融资 a".utf8))))
    #expect(ValueHash(7).of(.text("a\0b")) == ValueHash(7).of(.text("a")))
  }

  @Test func `a bit of a text anywhere turns about half of the bits`() {
    for length in [1, 7, 8, 15, 16, 17, 31, 32, 100] {
      let bytes = [UInt8](repeating: 0x61, count: length)
      let hash = ValueHash(7).of(.blob(bytes))!
      for place in bytes.indices {
        var other = bytes
        other[place] ^= 1
        let turned = (hash ^ ValueHash(7).of(.blob(other))!).nonzeroBitCount
        #expect(8...56 ~= turned, "\(turned) bits of byte \(place) of \(length)")
      }
    }
  }
}
