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

  /// What codes by these dictionaries, by what was learned, and with the sentence encoder where there
  /// is one.
  func coder(_ surroundings: Surroundings) throws -> EventCoder {
    let coder = EventCoder.bundled(
      try load(surroundings), encoder: try loadedEncoder(surroundings))
    return try ConfiguredReader(surroundings)?.named(coder) ?? coder
  }

  /// The sentence encoder; throws where there is none, or another than the one named.
  func encoder(_ surroundings: Surroundings, named name: String? = nil) throws -> TextEncoder {
    if let encoder = try loadedEncoder(surroundings), name ?? encoder.name == encoder.name {
      return encoder
    }
    throw Failure(
      .badInput, "the sentence encoder\(name.map { " \($0)" } ?? "") is not here",
      hint: "make encoder fetches and compiles it")
  }

  private func loadedEncoder(_ surroundings: Surroundings) throws -> TextEncoder? {
    do throws(EncoderProblem) {
      return try surroundings.encoderFolder().map { folder throws(EncoderProblem) in
        try TextEncoder(folder: folder)
      }
    } catch {
      try surroundings.complain("coding without a sentence encoder: \(error.sentence)")
      return nil
    }
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
