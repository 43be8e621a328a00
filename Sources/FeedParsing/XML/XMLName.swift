import CLibXML2

/// A qualified name as libxml2 reports it: pointers that live as long as the parse.
struct XMLName {
  let local: UnsafePointer<UInt8>
  let prefix: UnsafePointer<UInt8>?
  let uri: UnsafePointer<UInt8>?
}

extension String {
  /// From a zero-terminated UTF-8 string of libxml2's.
  init(xml pointer: UnsafePointer<UInt8>) {
    self.init(decodingCString: pointer, as: UTF8.self)
  }
}
