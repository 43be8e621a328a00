import CBundledFiles

/// A table of `Models/` that travels inside the binary: a number, a tab and a name on each line; lines
/// that begin with `# ` are remarks.
enum BundledTable {
  static func rows(_ name: String) -> [(name: Substring, value: Double)] {
    var index = 0
    while let file = annals_bundled_file_at(index)?.pointee {
      if String(cString: file.path) == name {
        let bytes = UnsafeBufferPointer(start: file.bytes, count: file.count)
        return rows(of: String(decoding: bytes, as: UTF8.self))
      }
      index += 1
    }
    return []
  }

  private static func rows(of text: String) -> [(name: Substring, value: Double)] {
    text.split(separator: "\n").compactMap { line in
      let parts = line.split(separator: "\t", maxSplits: 1)
      guard parts.count == 2, let value = Double(parts[0]) else { return nil }
      return (parts[1], value)
    }
  }
}
