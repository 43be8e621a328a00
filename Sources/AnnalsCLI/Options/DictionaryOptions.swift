import ArgumentParser
import EventCoding
import EventModel

extension ArgumentHelp {
  /// The types of events, each with its meaning.
  static var eventType: ArgumentHelp {
    let types = EventTypes.bundled
    let meanings = types.all.map { "\($0.rawValue) (\(types.meaning(of: $0) ?? ""))" }
    return ArgumentHelp(
      "What sort of event: \(types.all.map(\.rawValue).joined(separator: ", ")).",
      discussion: meanings.joined(separator: "; "))
  }
}

/// Dictionaries of the user's own over the bundled ones.
struct DictionaryOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("A dictionary of your own, over the bundled ones; repeat for more."))
  var dictionary: [String] = []

  /// The types of events that these dictionaries know.
  func types(_ surroundings: Surroundings) throws -> EventTypes {
    dictionary.isEmpty ? .bundled : try load(surroundings).types
  }

  func load(_ surroundings: Surroundings) throws -> CodingDictionary {
    do { return try read(surroundings) } catch let error as DictionaryError {
      let more = error.findings.count - 1
      let words = dictionary.map { "--dictionary \($0)" }.joined(separator: " ")
      throw Failure(
        .badInput, error.findings.first?.sentence ?? "\(error)",
        hint: more == 0 ? nil : "\(more) more: annals dictionary check \(words)")
    }
  }

  /// Throws a ``DictionaryError`` with everything that is wrong.
  func read(_ surroundings: Surroundings) throws -> CodingDictionary {
    guard !dictionary.isEmpty else { return .bundled }
    let texts = try dictionary.map { file in
      (name: file, toml: String(decoding: try InputFile.read(file, surroundings), as: UTF8.self))
    }
    return try CodingDictionary(adding: texts)
  }
}
