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
    var bytes = Array(name)
    bytes.append(0)
    return scalar(bytes) ?? (bytes == Array("apos\0".utf8) ? 0x27 : nil)
  }

  static func isKnown(_ name: some Collection<UInt8>) -> Bool { scalar(name) != nil }
}
