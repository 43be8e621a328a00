import CBundledFiles

/// The dictionaries that travel inside the binary.
enum BundledDictionaries {
  static let files: [(name: String, toml: String)] = {
    var files: [(name: String, toml: String)] = []
    var index = 0
    while let file = annals_bundled_file_at(index)?.pointee {
      let path = String(cString: file.path)
      if path.hasPrefix("Dictionaries/") {
        let bytes = UnsafeBufferPointer(start: file.bytes, count: file.count)
        files.append((path, String(decoding: bytes, as: UTF8.self)))
      }
      index += 1
    }
    return files
  }()
}
