extension OPML {
  /// Reads a subscription list, repairing what can be repaired.
  ///
  /// An outline's `url` is a page or a file, not a feed, where its type is `link` (OPML 2.0). Some
  /// programs write feeds so; in a list that has no other they are taken for feeds.
  ///
  /// - Throws: when there is no `<opml>` or `<outline>` in the bytes.
  package static func parse(_ bytes: [UInt8], limits: FeedLimits = .standard) throws(FeedError)
    -> OPML
  {
    try limits.check(documentBytes: bytes.count)
    let list = bytes.withUnsafeBufferPointer { buffer in
      Decoding(buffer, contentType: nil).reconsidered(buffer).withSoundText(of: buffer) { text in
        var reader = OPMLReader(linksAreFeeds: false, limits)
        let list = reader.read(text)
        guard let list, list.subscriptions.isEmpty, !list.leftOut.isEmpty else { return list }
        reader = OPMLReader(linksAreFeeds: true, limits)
        return reader.read(text)
      }
    }
    guard let list else {
      throw FeedError(.notAFeed, line: 1, "this is no OPML: there is no outline in it")
    }
    return list
  }
}

/// Walks over the tags of a list. It reads by HTML's rules, not XML's, since lists use HTML's entities,
/// forget to escape quotes, and spell names in any case.
private struct OPMLReader {
  private let linksAreFeeds: Bool
  private let limits: FeedLimits
  private var list = OPML(outlines: [])
  /// The outlines that are open; nil for one that is skipped with all that is in it.
  private var open: [OPMLOutline?] = []
  private var isOPML = false

  init(linksAreFeeds: Bool, _ limits: FeedLimits) {
    self.linksAreFeeds = linksAreFeeds
    self.limits = limits
  }

  /// nil when nothing in the document is OPML's.
  mutating func read(_ text: UnsafeBufferPointer<UInt8>) -> OPML? {
    var tokens = HTMLTokenizer(text)
    var isTitle = false
    while let token = tokens.next() {
      switch token {
      case .text(let range) where isTitle:
        let title = HTMLReference.decode(UnsafeBufferPointer(rebasing: text[range])).trimmed
        if list.title == nil, !title.isEmpty { list.title = title }
      case .text, .other: break
      case .startTag(_, isSelfClosing: let isEmpty):
        let name = OPMLReader.name(tokens, text)
        isTitle = name == "title" && open.isEmpty
        if name == "opml" { isOPML = true }
        guard name == "outline" else { continue }
        isOPML = true
        begin(TagAttributes(of: tokens, in: text))
        if isEmpty { end() }
      case .endTag:
        isTitle = false
        if OPMLReader.name(tokens, text) == "outline" { end() }
      }
    }
    while !open.isEmpty { end() }
    return isOPML ? list : nil
  }

  /// The name of a tag in lower case, without a prefix.
  private static func name(
    _ tokens: HTMLTokenizer, _ text: UnsafeBufferPointer<UInt8>
  ) -> Substring {
    let name = String(decoding: text[tokens.tagName], as: UTF8.self).lowercased()
    return name.split(separator: ":").last ?? ""
  }

  private mutating func begin(_ attributes: TagAttributes) {
    func value(_ name: String) -> String? { attributes[name].flatMap { $0.isEmpty ? nil : $0 } }
    let isComment = value("iscomment")?.lowercased() == "true"
    guard !isComment, open.last != .some(nil), open.count < limits.depth else {
      return open.append(nil)
    }
    let type = value("type")?.lowercased()
    let title = value("title") ?? value("text")
    var address = value("xmlurl")
    if type == "include", let url = value("url") ?? address {
      list.leftOut.append("\(title ?? url): a list of its own, \(url)")
      return open.append(OPMLOutline(title: title ?? url))
    }
    if address == nil, let url = value("url") {
      if type == "link", !linksAreFeeds {
        list.leftOut.append("\(title ?? url): a link, \(url)")
      } else {
        address = url
      }
    }
    let page = value("htmlurl")
    if address == nil, page != nil || attributes["xmlurl"] != nil {
      list.leftOut.append(
        "\(title ?? page ?? "an outline"): no address of a feed"
          + (page.map { ", only \($0)" } ?? ""))
    }
    open.append(
      OPMLOutline(
        title: PlainText.from(text: title ?? address ?? ""), xmlURL: address,
        htmlURL: page))
  }

  private mutating func end() {
    guard let last = open.popLast(), let outline = last else { return }
    if open.isEmpty {
      list.outlines.append(outline)
    } else {
      open[open.count - 1]?.children.append(outline)
    }
  }
}

extension Decoding {
  /// The document as UTF-8, in which every byte that is none was read as Windows-1252.
  fileprivate func withSoundText<Result>(
    of bytes: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    withText(of: bytes) { text in
      guard UTF8Scan.count(text).invalid > 0 else { return body(text) }
      var sound: [UInt8] = []
      _ = Windows1252.mend(text, into: &sound)
      return sound.withUnsafeBufferPointer(body)
    }
  }
}
