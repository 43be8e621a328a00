import EventModel
import Testing

@Suite struct FNV1aTests {
  /// From the test vectors of draft-eastlake-fnv.
  @Test(
    arguments: [
      ("", 0xcbf2_9ce4_8422_2325), ("a", 0xaf63_dc4c_8601_ec8c), ("foobar", 0x8594_4171_f739_67e8),
    ] as [(String, UInt64)])
  func `a text has its published hash`(text: String, hash: UInt64) {
    #expect(FNV1a(text).value == hash)
  }

  @Test func `a text in parts is the text`() {
    var hash = FNV1a("foo")
    hash.add("bar")
    #expect(hash.value == FNV1a("foobar").value)
  }
}
