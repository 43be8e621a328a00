import CLibXML2

/// The C entry points: casts, and a check of every pointer that libxml2 hands over.
extension XMLParseState {
  static func handlerTable() -> xmlSAXHandler {
    var table = xmlSAXHandler()
    table.initialized = UInt32(XML_SAX2_MAGIC)
    table.startElementNs = { user, local, prefix, uri, _, _, count, _, attributes in
      guard let user, let local else { return }
      user.assumingMemoryBound(to: XMLParseState.self).pointee.start(
        XMLName(local: local, prefix: prefix, uri: uri),
        XMLAttributes(base: attributes, count: attributes == nil ? 0 : Int(count)))
    }
    table.endElementNs = { user, local, prefix, uri in
      guard let user, let local else { return }
      user.assumingMemoryBound(to: XMLParseState.self).pointee.end(
        XMLName(local: local, prefix: prefix, uri: uri))
    }
    table.characters = { user, bytes, count in
      guard let user, let bytes, count > 0 else { return }
      user.assumingMemoryBound(to: XMLParseState.self).pointee.text(bytes, count: Int(count))
    }
    table.cdataBlock = { user, bytes, count in
      guard let user, let bytes, count > 0 else { return }
      user.assumingMemoryBound(to: XMLParseState.self).pointee.section(
        UnsafeBufferPointer(start: bytes, count: Int(count)))
    }
    table.getEntity = { user, name in
      guard let user, let name else { return nil }
      return user.assumingMemoryBound(to: XMLParseState.self).pointee.replacement(for: name)
    }
    table.serror = { user, error in
      guard let user, let error else { return }
      user.assumingMemoryBound(to: XMLParseState.self).pointee.fault(error.pointee)
    }
    return table
  }
}
