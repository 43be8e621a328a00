import ArgumentParser
import EventCoding
import EventModel
import Querying

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

/// Dictionaries of the user's own over the bundled ones, and weights beside them; else those that were set
/// for the store or by the user.
struct DictionaryOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("A dictionary of your own, over the bundled ones; repeat for more."),
    completion: .file())
  var dictionary: [String] = []

  /// The types of events that these dictionaries know.
  func types(_ surroundings: Surroundings) throws -> EventTypes {
    try files(surroundings).isEmpty ? .bundled : load(surroundings).types
  }

  func vocabulary(_ surroundings: Surroundings) throws -> Vocabulary {
    try files(surroundings).isEmpty ? .bundled : Vocabulary(of: load(surroundings))
  }

  /// What codes by these dictionaries, by what was learned, and with the sentence encoder where there
  /// is one.
  func coder(_ surroundings: Surroundings) throws -> EventCoder {
    let coder = try bundledCoder(surroundings)
    let own = try ownWeights(besides: coder, surroundings)
    let learned = own.map(coder.with) ?? coder
    return try ConfiguredReader(surroundings)?.named(learned) ?? learned
  }

  /// The weights that were set; nil where none were, or where what they need is not here.
  private func ownWeights(
    besides coder: EventCoder, _ surroundings: Surroundings
  ) throws -> CoderModel? {
    guard let file = try surroundings.settings.text(.weights) else { return nil }
    let model = try DictionaryOptions.model(file, surroundings)
    guard model.encoder == nil || model.encoder == coder.encoder?.name else {
      try surroundings.complain(
        "\(file) needs the sentence encoder \(model.encoder ?? ""), which is not here; "
          + "coding by the weights in the program")
      return nil
    }
    return model
  }

  /// The same by the weights in the program, whatever was set.
  func bundledCoder(_ surroundings: Surroundings) throws -> EventCoder {
    .bundled(try load(surroundings), encoder: try loadedEncoder(surroundings))
  }

  /// Reads a file of weights.
  static func model(_ file: String, _ surroundings: Surroundings) throws -> CoderModel {
    if let model = CoderModel(file: try InputFile.read(file, surroundings)) { return model }
    throw Failure(
      .badInput, "\(file) holds no weights, or not all of them",
      hint: "annals coder train makes such files")
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
    try dictionary.isEmpty
      ? surroundings.settings.dictionary(surroundings)
      : CodingDictionary.of(dictionary, surroundings)
  }

  /// Throws a ``DictionaryError`` with everything that is wrong.
  func read(_ surroundings: Surroundings) throws -> CodingDictionary {
    try CodingDictionary.reading(files(surroundings), surroundings)
  }

  private func files(_ surroundings: Surroundings) throws -> [String] {
    try dictionary.isEmpty
      ? surroundings.settings.value(.dictionaries)?.texts ?? [] : dictionary
  }
}

extension CodingDictionary {
  /// The bundled one with files over it; throws a ``Failure`` with the first of what is wrong.
  static func of(_ files: [String], _ surroundings: Surroundings) throws -> CodingDictionary {
    do { return try reading(files, surroundings) } catch let error as DictionaryError {
      let more = error.findings.count - 1
      let words = files.map { "--dictionary \($0)" }.joined(separator: " ")
      throw Failure(
        .badInput, error.findings.first?.sentence ?? "\(error)",
        hint: more == 0 ? nil : "\(more) more: annals dictionary check \(words)")
    }
  }

  fileprivate static func reading(
    _ files: [String], _ surroundings: Surroundings
  ) throws -> CodingDictionary {
    guard !files.isEmpty else { return .bundled }
    let texts = try files.map { file in
      (name: file, toml: String(decoding: try InputFile.read(file, surroundings), as: UTF8.self))
    }
    return try CodingDictionary(adding: texts)
  }
}
