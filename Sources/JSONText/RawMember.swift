extension JSON {
  /// The text of a member of an object as it is spelled, without the white space around it; nil when
  /// the object has none. Of several members of one key the first counts, as for the subscript.
  package static func rawMember(_ key: String, of text: [UInt8]) throws(JSONError) -> [UInt8]? {
    var result: Result<[UInt8]?, JSONError> = .success(nil)
    text.withUnsafeBufferPointer { buffer in
      var reader = JSONReader(bytes: buffer, depth: 128)
      result = Result { () throws(JSONError) in
        try reader.range(ofMember: key).map { Array(buffer[$0]) }
      }
    }
    return try result.get()
  }
}

extension JSONReader {
  /// Where the value of a member of the object stands that the text holds.
  fileprivate mutating func range(ofMember key: String) throws(JSONError) -> Range<Int>? {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { at = 3 }
    skipSpace()
    guard take("{") else { throw error("an object should stand here") }
    skipSpace()
    if take("}") { return nil }
    while true {
      skipSpace()
      guard at < bytes.count, bytes[at] == UInt8(ascii: "\"") else {
        throw error("a key in quotes should stand here")
      }
      let found = try string()
      skipSpace()
      guard take(":") else { throw error("a colon should follow the key") }
      skipSpace()
      let start = at
      _ = try value()
      if found == key { return start..<at }
      skipSpace()
      if take("}") { return nil }
      guard take(",") else { throw error("a comma or } should stand here") }
    }
  }
}
