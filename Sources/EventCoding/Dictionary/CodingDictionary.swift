import EventModel

/// The words that drive coding: names, triggers, cues, sources, metrics.
///
/// Made from the bundled files and, on top of them, a user's own: a user's list adds to the list of
/// the same section and key, a name that the user gives to somebody else moves there, a type that the
/// user adds comes last in precedence, and words under `[drop]` are forgotten.
///
/// A class, immutable, because every passage carries it about.
package final class CodingDictionary: Sendable {
  /// What is in the binary.
  package static let bundled: CodingDictionary = {
    do { return try CodingDictionary(files: BundledDictionaries.files) } catch {
      preconditionFailure("the bundled dictionaries cannot be read: \(error)")
    }
  }()

  /// A fingerprint of all files that went in; events coded with equal digests are coded alike.
  package let digest: String

  /// The types of events, in the order of their precedence.
  package let types: EventTypes

  let phaseWords: [[PhaseWord]]
  /// The words that say it of an event of any type, where its own do not.
  let phaseWordsOfAll: [PhaseWord]
  let actors: [ActorEntry]
  let objects: [ObjectEntry]
  let metrics: [MetricEntry]
  /// The standard names of metrics, and the kind of amount that each takes.
  package var metricNames: [(name: String, kind: String)] { metrics.map { ($0.name, $0.kind) } }
  let terms: [Term]
  /// How each term is spelled, by its place.
  let spellings: [[UInt16]]
  let trie: PhraseTrie
  /// The owner of an official source, by its name in lower case.
  let officialSources: [String: Int]
  /// Why items of a source are no events, by its name in lower case.
  let noneSources: [String: String]
  let actorNames: [[UInt16]: Int]

  /// The bundled dictionaries and a user's files over them, later ones over earlier ones.
  package convenience init(adding files: [(name: String, toml: String)]) throws(DictionaryError) {
    try self.init(files: BundledDictionaries.files + files)
  }

  /// These files alone; the types that triggers are for must be in them.
  package init(files: [(name: String, toml: String)]) throws(DictionaryError) {
    var builder = DictionaryBuilder()
    var fingerprint = FNV1a()
    for file in files {
      builder.add(file)
      fingerprint.add(file.toml)
    }
    builder.index()
    guard builder.findings.isEmpty else { throw DictionaryError(findings: builder.findings) }
    digest = String(fingerprint.value, radix: 16)
    types = EventTypes(builder.types.entries)
    phaseWords = builder.phaseWords
    phaseWordsOfAll = builder.phaseWords(of: "all")
    actors = builder.actors
    objects = builder.objects
    metrics = builder.metrics
    terms = builder.terms
    spellings = builder.spellings
    trie = builder.trie
    officialSources = builder.officialSources
    noneSources = builder.noneSources
    actorNames = builder.actorNames
  }

  /// The canonical name of an actor known by any of its names; nil for strangers.
  package func canonical(_ name: String) -> String? {
    actorNames[name.folded].map { actors[$0].name }
  }
}
