/// URL references in feeds: resolving them (RFC 3986 §5.2) and keeping to schemes that are links.
enum URLReference {
  /// Schemes a link may have; `javascript:` and `data:` are no links.
  static let safeSchemes: Set<String> = [
    "http", "https", "ftp", "mailto", "news", "nntp", "magnet", "tel", "sms", "xmpp", "feed",
    "file", "gopher", "irc", "ircs", "git", "ssh", "sftp", "svn", "telnet", "rtsp", "rtspu", "sip",
    "sips", "tag", "urn", "webcal", "mms", "callto", "skype", "facetime", "itms", "aim", "gtalk",
    "h323", "hdl", "imap", "prospero", "rsync", "shttp", "snews", "svn+ssh", "wais", "cvs",
    "msnim", "smb", "ymsg", "irc6",
  ]

  /// The absolute form of a reference; the reference itself when there is no base.
  static func resolve(_ reference: String, against base: String) -> String {
    if base.isEmpty || scheme(reference) != nil && !reference.hasPrefix("http:///") {
      return reference
    }
    guard let baseScheme = scheme(base) else { return reference }
    let afterScheme = base.dropFirst(baseScheme.count + 1)
    guard afterScheme.hasPrefix("//") else { return reference }
    let rest = afterScheme.dropFirst(2)
    let authority = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    let root = "\(baseScheme)://\(authority)"
    let target = rest.dropFirst(authority.count)
    let path = target.prefix { $0 != "?" && $0 != "#" }
    if reference.isEmpty { return base }
    if reference.hasPrefix("//") { return "\(baseScheme):\(reference)" }
    if reference.hasPrefix("/") { return root + withoutDots(reference) }
    if reference.hasPrefix("#") {
      return root + target.prefix { $0 != "#" } + reference
    }
    if reference.hasPrefix("?") { return root + path + reference }
    let folder = path.lastIndex(of: "/").map { path[...$0] } ?? "/"
    return root + withoutDots(folder + reference)
  }

  /// The reference made absolute, or nil when its scheme is no link's.
  static func safeAbsolute(_ reference: String, against base: String) -> String? {
    let url = resolve(reference.trimmed, against: base)
    return isSafe(url) || (base.isEmpty && scheme(url) == nil) ? url : nil
  }

  /// The address that a feed means, absolute where there is a base; nil for `javascript:` and the
  /// like, and for nothing at all.
  static func link(_ reference: String, against base: String) -> String? {
    var reference = reference
    if reference.withUTF8(isOrdinary) { return reference }
    reference = cleaned(reference)
    guard !reference.isEmpty else { return nil }
    if let scheme = effectiveScheme(reference), !safeSchemes.contains(scheme),
      !scheme.contains(".")
    {
      return nil
    }
    return resolve(reference, against: base)
  }

  /// Whether it is absolute and clean already, as most are.
  private static func isOrdinary(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let isAbsolute =
      bytes.matches("https://", at: 0)
      || bytes.matches("http://", at: 0) && !bytes.matches("http:///", at: 0)
    return isAbsolute && !bytes.contains { $0.isSpace }
  }

  /// Without the white space around it and the line breaks in it, as browsers read addresses
  /// (WHATWG URL, §4.4).
  private static func cleaned(_ reference: String) -> String {
    guard reference.utf8.contains(where: \.isSpace) else { return reference }
    return String(decoding: reference.trimmed.utf8.filter { !(0x09...0x0D ~= $0) }, as: UTF8.self)
  }

  /// A base somebody gave us, or nil when it is no absolute link.
  static func safeAbsolute(_ base: String) -> String? { isSafe(base) ? base : nil }

  static func isSafe(_ url: String) -> Bool {
    scheme(url).map { safeSchemes.contains($0.lowercased()) } ?? false
  }

  /// What a browser would take for the scheme: it ignores control characters and white space.
  static func effectiveScheme(_ url: String) -> String? {
    // Only what stands before the first colon can be a scheme.
    var name: [UInt8] = []
    for byte in url.utf8.prefix(64) where byte > 0x20 && byte < 0x7F {
      name.append(byte)
      if byte == UInt8(ascii: ":") { break }
    }
    return scheme(String(decoding: name, as: UTF8.self))?.lowercased()
  }

  /// `letter *(letter / digit / "+" / "-" / ".") ":"`, without the colon.
  static func scheme(_ url: String) -> Substring? {
    var length = 0
    for byte in url.utf8 {
      if byte == UInt8(ascii: ":") { break }
      let isMark =
        byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
      guard byte.isLetter || length > 0 && (byte.isDigit || isMark) else { return nil }
      length += 1
    }
    guard length > 0, length < url.utf8.count else { return nil }
    return Substring(url.utf8.prefix(length))
  }

  /// Publishing software turns `&b=2` in links into `&b;=2`.
  static func repairQuery(_ link: String) -> String {
    var link = link
    guard link.withUTF8({ $0.has(UInt8(ascii: "&")) && $0.has(UInt8(ascii: ";")) }) else {
      return link
    }
    link = link.replacing("&amp;", with: "&")
    var out: [UInt8] = []
    var afterAmpersand = false
    for byte in link.utf8 {
      if byte == UInt8(ascii: "&") {
        afterAmpersand = true
      } else if byte == UInt8(ascii: ";"), afterAmpersand, out.last != UInt8(ascii: "&") {
        afterAmpersand = false
        continue
      } else if !byte.isAlphanumeric && byte != UInt8(ascii: "_") {
        afterAmpersand = false
      }
      out.append(byte)
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// RFC 3986 §5.2.4; a query or fragment is left alone.
  private static func withoutDots(_ reference: some StringProtocol) -> String {
    let path = reference.prefix { $0 != "?" && $0 != "#" }
    guard path.contains("/.") else { return String(reference) }
    var kept: [Substring] = []
    let parts = String(path).split(separator: "/", omittingEmptySubsequences: false)
    for (index, part) in parts.enumerated() {
      let isLast = index == parts.count - 1
      switch part {
      case ".": if isLast { kept.append("") }
      case "..":
        if kept.count > 1 { kept.removeLast() }
        if isLast { kept.append("") }
      default: kept.append(part)
      }
    }
    return kept.joined(separator: "/") + reference.dropFirst(path.count)
  }
}
