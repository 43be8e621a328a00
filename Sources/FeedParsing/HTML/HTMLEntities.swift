import CLibXML2

/// HTML's 253 named characters, which feeds use without declaring them.
enum HTMLEntities {
  /// The code point behind a name such as `eacute`, or nil; from libxml2's HTML table.
  static func scalar(_ name: UnsafePointer<UInt8>) -> UInt32? {
    guard let entry = htmlEntityLookup(name) else { return nil }
    return entry.pointee.value
  }

  /// The same for a name that is not zero-terminated.
  static func scalar(_ name: some Collection<UInt8>) -> UInt32? {
    guard (1...32).contains(name.count) else { return nil }
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 33) { bytes in
      let end = bytes.initialize(fromContentsOf: name)
      bytes[end] = 0
      return scalar(UnsafePointer(bytes.baseAddress!))
        ?? (equal(bytes.baseAddress!, "apos") ? 0x27 : nil)
    }
  }

  static func isKnown(_ name: some Collection<UInt8>) -> Bool { scalar(name) != nil }
}
