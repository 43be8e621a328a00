import EventCoding
import EventLog
import FeedFetching
import Foundation
import Ingestion
import SecondReading

/// The second reader that a user's settings name, if any.
struct ConfiguredReader {
  private(set) var settings: ReaderSettings
  /// Where it was read.
  let file: String

  /// The same, asked about so many items whatever their budget.
  func toTest(_ count: Int) -> ConfiguredReader {
    var reader = self
    reader.settings.asking = .all
    reader.settings.itemsARun = count
    reader.settings.itemsADay = count
    return reader
  }

  /// Nil where there is no such table, which is how it is switched off. Throws a ``Failure`` that names
  /// the line of what is wrong.
  init?(_ surroundings: Surroundings) throws {
    guard let file = surroundings.settings.userFile,
      let bytes = FileManager.default.contents(atPath: file)
    else { return nil }
    self.file = file
    do {
      let entries = try TOMLReader.read(String(decoding: bytes, as: UTF8.self))
      guard let settings = try ReaderSettings(entries) else { return nil }
      self.settings = settings
    } catch let error as ReaderSettingsError {
      throw Failure(
        .badInput, "\(file):\(error.line): \(error.problem)", hint: "annals help reader")
    } catch let error as TOMLError {
      throw Failure(.badInput, "\(file):\(error.line): \(error.reason)")
    }
  }

  /// The coder under the name of the reader that it believes; unchanged where a person judges first.
  func named(_ coder: EventCoder) -> EventCoder {
    guard settings.asking != .review else { return coder }
    return coder.believing(
      Readings(by: ReaderPrompt(coder.dictionary).reader(settings.model)))
  }

  /// The questions of one command. Where the key is missing none is asked, and what was read stays.
  func run(
    _ dictionary: CodingDictionary, memory: any ReadingMemory, _ surroundings: Surroundings
  ) throws -> ReadingRun {
    var options = FetchOptions(
      userAgent: NetworkOptions.userAgent(contact: try surroundings.settings.text(.contact)))
    options.limits = SecondReader.limits
    options.proxies = Proxies(environment: surroundings.environment)
    let key = settings.keyVariable.flatMap { surroundings.environment[$0] }
    let isMissing = settings.keyVariable != nil && key?.isEmpty ?? true
    let reader: SecondReader
    do {
      reader = try SecondReader(
        settings, prompt: ReaderPrompt(dictionary), key: isMissing ? nil : key, options: options,
        clock: surroundings.clock)
    } catch let error as Refusal {
      throw Failure(.badInput, "\(file): second_reader.url: \(error)")
    } catch let error as UnusableKey {
      throw Failure(.badInput, "\(settings.keyVariable ?? ""): \(error)")
    }
    return try ReadingRun(
      of: reader, memory: memory, clock: surroundings.clock,
      isInterrupted: surroundings.isInterrupted,
      hindrance: isMissing ? "\(settings.keyVariable ?? "") is not set" : nil)
  }
}

extension ReadingRun {
  /// Asks about what earlier runs were owed, and codes again what is read now.
  func settle(in store: Store, with coder: EventCoder, _ surroundings: Surroundings) throws
    -> Appended
  {
    let now = surroundings.clock()
    let items = try settle(with: coder) { feed, key in
      try store.itemToRead(of: feed, key: key, now: now)
    }
    guard !items.isEmpty, reader.settings.asking != .review else { return Appended() }
    return try store.recode(
      items, with: believed(by: coder), now: now, reason: "read by \(reader.name)")
  }

  /// What came of it, behind the sentence of a command; empty where nobody was asked.
  var told: String { tally.sentence.map { "; second reader: \($0)" } ?? "" }
}
