import ArgumentParser
import EventCoding

/// Dictionaries of the user's own over the bundled ones.
struct DictionaryOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("A dictionary of your own, over the bundled ones; repeat for more."))
  var dictionary: [String] = []

  func load(_ surroundings: Surroundings) throws -> CodingDictionary {
    guard !dictionary.isEmpty else { return .bundled }
    let texts = try dictionary.map { file in
      (name: file, toml: String(decoding: try InputFile.read(file, surroundings), as: UTF8.self))
    }
    do { return try CodingDictionary(adding: texts) } catch {
      throw Failure(.badInput, "\(error)")
    }
  }
}
