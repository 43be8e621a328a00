/// FNV-1a of 64 bits (Fowler, Noll and Vo, draft-eastlake-fnv): tells texts apart, the same in every
/// run. It keeps no secrets, and whoever wants to can make two texts alike.
package struct FNV1a: Sendable {
  package private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

  package init() {}

  package init(_ text: String) { add(text) }

  /// The bytes of UTF-8, one by one.
  package mutating func add(_ text: String) {
    var text = text
    text.withUTF8 { for byte in $0 { add(UInt64(byte)) } }
  }

  package mutating func add(_ bytes: [UInt8]) {
    for byte in bytes { add(UInt64(byte)) }
  }

  /// A letter that is wider than a byte counts as one.
  package mutating func add(_ letter: UInt64) { value = (value ^ letter) &* 0x100_0000_01b3 }
}
