/// The dictionaries that travel inside the binary.
enum BundledDictionaries {
  static let files: [(name: String, toml: String)] =
    BundledFiles.files(in: "Dictionaries").filter { $0.path.hasSuffix(".toml") }.map {
      ($0.path, String(decoding: $0.bytes, as: UTF8.self))
    }
}
