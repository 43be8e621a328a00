import EventCoding

/// Dictionaries of the user's own over the bundled ones.
enum UserDictionaries {
  static func load(
    _ files: [String], _ surroundings: Surroundings
  ) throws -> CodingDictionary {
    guard !files.isEmpty else { return .bundled }
    let texts = try files.map { file in
      (name: file, toml: String(decoding: try InputFile.read(file, surroundings), as: UTF8.self))
    }
    do { return try CodingDictionary(adding: texts) } catch {
      throw Failure(.badInput, "\(error)")
    }
  }
}
