import CLibXML2

extension OPML {
  /// Reads a subscription list, repairing what can be repaired.
  ///
  /// - Throws: when there is no `<opml>` or `<outline>` in the bytes.
  package static func parse(_ bytes: [UInt8], limits: FeedLimits = .standard) throws(FeedError)
    -> OPML
  {
    try limits.check(documentBytes: bytes.count)
    let text = bytes.withUnsafeBufferPointer { buffer in
      var repaired: [UInt8] = []
      var repair = ByteRepair(keep: 0)
      Decoding(buffer, contentType: nil).reconsidered(buffer).withText(of: buffer) {
        repair.repair($0, last: true, into: &repaired)
      }
      return repaired
    }
    guard let reader = OPMLReader(text, limits: limits), let list = reader.read() else {
      throw FeedError(.notAFeed, line: 1, "this is no OPML: there is no outline in it")
    }
    return list
  }
}

/// Walks libxml2's text reader over the outlines.
private struct OPMLReader: ~Copyable {
  private let reader: xmlTextReaderPtr
  private let bytes: [UInt8]
  private let limits: FeedLimits

  init?(_ bytes: [UInt8], limits: FeedLimits) {
    self.bytes = bytes
    self.limits = limits
    let options =
      XML_PARSE_NONET.rawValue | XML_PARSE_RECOVER.rawValue | XML_PARSE_NOERROR.rawValue
      | XML_PARSE_NOWARNING.rawValue | XML_PARSE_IGNORE_ENC.rawValue
    guard bytes.count < Int(Int32.max) else { return nil }
    let reader = bytes.withUnsafeBytes {
      xmlReaderForMemory(
        $0.bindMemory(to: CChar.self).baseAddress, Int32(bytes.count), nil, nil, Int32(options))
    }
    guard let reader else { return nil }
    self.reader = reader
  }

  deinit { xmlFreeTextReader(reader) }

  /// nil when nothing in the document is OPML's.
  func read() -> OPML? {
    var list = OPML(outlines: [])
    var open: [OPMLOutline] = []
    var isOPML = false
    func close() {
      guard let outline = open.popLast() else { return }
      if open.isEmpty {
        list.outlines.append(outline)
      } else {
        open[open.count - 1].children.append(outline)
      }
    }
    while xmlTextReaderRead(reader) == 1 {
      let isStart = xmlTextReaderNodeType(reader) == 1
      guard isStart || xmlTextReaderNodeType(reader) == 15,
        let name = xmlTextReaderConstLocalName(reader)
      else { continue }
      if isStart, equal(name, "opml") { isOPML = true }
      if isStart, equal(name, "title"), list.title == nil, open.isEmpty { list.title = text() }
      guard equal(name, "outline"), open.count < limits.depth else { continue }
      if !isStart {
        close()
      } else {
        isOPML = true
        open.append(outline())
        if xmlTextReaderIsEmptyElement(reader) == 1 { close() }
      }
    }
    while !open.isEmpty { close() }
    return isOPML ? list : nil
  }

  private func outline() -> OPMLOutline {
    let url = attribute("xmlUrl") ?? attribute("xmlurl") ?? attribute("url")
    let title = attribute("title") ?? attribute("text") ?? url ?? ""
    return OPMLOutline(
      title: PlainText.from(text: title), xmlURL: url,
      htmlURL: attribute("htmlUrl") ?? attribute("htmlurl"))
  }

  private func attribute(_ name: String) -> String? {
    guard let value = xmlTextReaderGetAttribute(reader, name) else { return nil }
    defer { xmlFreeString(value) }
    let text = String(xml: value).trimmed
    return text.isEmpty ? nil : text
  }

  private func text() -> String? {
    guard let value = xmlTextReaderReadString(reader) else { return nil }
    defer { xmlFreeString(value) }
    let text = String(xml: value).trimmed
    return text.isEmpty ? nil : text
  }
}
