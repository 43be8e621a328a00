import CLibXML2

/// The one entity that is alive at a time: libxml2 copies its text before it asks again.
struct HTMLEntityNode: ~Copyable {
  private let node: xmlEntityPtr
  private let content: UnsafeMutablePointer<UInt8>

  init() {
    node = .allocate(capacity: 1)
    node.initialize(to: xmlEntity())
    content = .allocate(capacity: 8)
    content.initialize(repeating: 0, count: 8)
  }

  deinit {
    node.deallocate()
    content.deallocate()
  }

  /// An entity that stands for one character, predefined in the manner of `&amp;`.
  func pointer(_ name: UnsafePointer<UInt8>, _ scalar: UInt32) -> xmlEntityPtr {
    var bytes: [UInt8] = []
    bytes.appendUTF8(scalar)
    for (index, byte) in bytes.enumerated() { content[index] = byte }
    content[bytes.count] = 0
    node.pointee.type = XML_ENTITY_DECL
    node.pointee.name = name
    node.pointee.etype = XML_INTERNAL_PREDEFINED_ENTITY
    node.pointee.content = content
    node.pointee.orig = content
    node.pointee.length = Int32(bytes.count)
    return node
  }
}
