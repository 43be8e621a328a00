/// The attributes of a start tag, five pointers each as libxml2's SAX2 hands them over:
/// local name, prefix, namespace URI, and the value's begin and end.
struct XMLAttributes {
  let base: UnsafeMutablePointer<UnsafePointer<UInt8>?>?
  let count: Int

  static var none: XMLAttributes { XMLAttributes(base: nil, count: 0) }

  /// The value of an attribute without prefix; names match in any case, as feeds need.
  func value(_ name: StaticString) -> String? {
    first { $0.hasLocalName(name) && $0.prefix == nil }?.value
  }

  /// The value of an attribute by prefix and name.
  func value(prefix: StaticString, _ name: StaticString) -> String? {
    first { attribute in
      attribute.hasLocalName(name)
        && attribute.prefix.map { equal($0, prefix) } == true
    }?.value
  }

  func first(where matches: (Attribute) -> Bool) -> Attribute? {
    for index in 0..<count {
      if let attribute = self[index], matches(attribute) { return attribute }
    }
    return nil
  }

  subscript(index: Int) -> Attribute? {
    guard let base, let local = base[index * 5], let start = base[index * 5 + 3],
      let end = base[index * 5 + 4], end >= start
    else { return nil }
    return Attribute(
      local: local, prefix: base[index * 5 + 1],
      bytes: UnsafeBufferPointer(start: start, count: end - start))
  }

  struct Attribute {
    let local: UnsafePointer<UInt8>
    let prefix: UnsafePointer<UInt8>?
    let bytes: UnsafeBufferPointer<UInt8>

    /// libxml2 leaves references in attribute values: an `&` arrives as `&#38;`.
    var value: String { HTMLReference.decode(bytes) }

    func hasLocalName(_ name: StaticString) -> Bool { equal(local, name) }
  }
}

/// Whether a zero-terminated name equals a lower-case one, ignoring the case of ASCII letters.
func equal(_ pointer: UnsafePointer<UInt8>, _ name: StaticString) -> Bool {
  let length = name.utf8CodeUnitCount
  for k in 0..<length where pointer[k].lowercased != name.utf8Start[k] { return false }
  return pointer[length] == 0
}
