/// Finds the ``Element`` of a name by the address of its interned strings.
///
/// libxml2 keeps one copy of every name and namespace in its dictionary for as long as the parse
/// lasts, so that two equal names are one pointer and a look-up is a comparison.
struct ElementCache: ~Copyable {
  private struct Slot {
    var local: UnsafePointer<UInt8>?
    var prefix: UnsafePointer<UInt8>?
    var uri: UnsafePointer<UInt8>?
    var element = Element.unknown
  }

  private static let size = 1024
  private let slots: UnsafeMutablePointer<Slot>

  init() {
    slots = .allocate(capacity: Self.size)
    slots.initialize(repeating: Slot(), count: Self.size)
  }

  deinit { slots.deallocate() }

  @inline(__always)
  func element(_ name: XMLName) -> Element {
    let key = UInt(bitPattern: name.local) ^ UInt(bitPattern: name.prefix) &* 31
    let slot = slots + Int((key &* 0x9E37_79B9_7F4A_7C15) >> 54)
    if slot.pointee.local == name.local, slot.pointee.prefix == name.prefix,
      slot.pointee.uri == name.uri
    {
      return slot.pointee.element
    }
    return fill(slot, name)
  }

  @inline(never)
  private func fill(_ slot: UnsafeMutablePointer<Slot>, _ name: XMLName) -> Element {
    let namespace = Namespace(uri: name.uri, prefix: name.prefix)
    let element = Element(String(xml: name.local).lowercased(), namespace)
    slot.pointee = Slot(local: name.local, prefix: name.prefix, uri: name.uri, element: element)
    return element
  }
}
