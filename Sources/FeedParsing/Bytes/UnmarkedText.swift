/// The bytes of a text that says nothing about its encoding but a byte order mark, as UTF-8 without
/// one: what is no UTF-8 is read in the encoding that it looks like.
package func unmarkedText(_ bytes: [UInt8]) -> [UInt8] {
  bytes.withUnsafeBufferPointer { bytes in
    let believed = Decoding(bytes, contentType: nil)
    let isSound = believed.withText(of: bytes) { UTF8Scan.sequences(inWellFormed: $0) != nil }
    return (isSound ? believed : believed.reconsidered(bytes)).withText(of: bytes) { Array($0) }
  }
}
