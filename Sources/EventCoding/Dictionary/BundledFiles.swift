import CBundledFiles

/// The repository's dictionaries, models, event books and subscriptions, as they travel in the binary.
package enum BundledFiles {
  /// The files below a folder, in their order there.
  package static func files(in folder: String) -> [(path: String, bytes: [UInt8])] {
    files { $0.hasPrefix(folder + "/") }
  }

  /// The bytes of one file; nil where there is none of that path.
  package static func file(_ path: String) -> [UInt8]? { files { $0 == path }.first?.bytes }

  private static func files(where isWanted: (String) -> Bool) -> [(path: String, bytes: [UInt8])] {
    var files: [(String, [UInt8])] = []
    var index = 0
    while let file = annals_bundled_file_at(index)?.pointee {
      index += 1
      let path = String(cString: file.path)
      guard isWanted(path) else { continue }
      files.append((path, Array(UnsafeBufferPointer(start: file.bytes, count: file.count))))
    }
    return files
  }
}
