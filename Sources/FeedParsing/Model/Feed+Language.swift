extension Feed {
  /// Whether the feed is Chinese: by its language, else by its encoding or title.
  var isChinese: Bool {
    if let language { return language.utf8.starts(with: "zh".utf8) || language == "cn" }
    if encoding == "gb18030" || encoding == "big5" { return true }
    guard let title else { return false }
    var hasHan = false
    for scalar in title.value.unicodeScalars {
      if 0x3040...0x30FF ~= scalar.value || 0xAC00...0xD7A3 ~= scalar.value { return false }
      if 0x4E00...0x9FFF ~= scalar.value { hasHan = true }
    }
    return hasHan
  }
}
