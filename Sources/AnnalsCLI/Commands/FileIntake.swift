import EventCoding
import EventLog
import EventModel
import FeedFetching
import FeedParsing
import Ingestion
import Projections
import SecondReading
import SideTables

/// Feeds from files into the log, one after the other.
struct FileIntake {
  private let store: Store
  private let isDryRun: Bool
  private let surroundings: Surroundings
  private var ingestion: FeedIngestion
  /// Of what reads the files.
  private let version: String
  /// What this version leaves alone.
  private let quarantines: [Quarantine]
  /// Feeds that were kept for when the shared log can be reached.
  private(set) var kept = 0
  /// What was kept so earlier, and has been ingested now.
  private(set) var drained = Appended()

  init(
    into store: Store, coder: EventCoder, reading: ReadingRun? = nil, isDryRun: Bool,
    surroundings: Surroundings
  ) throws {
    let coder = reading?.believed(by: coder) ?? coder
    self.store = store
    self.isDryRun = isDryRun
    self.surroundings = surroundings
    ingestion = FeedIngestion(into: store, coder: coder, isDryRun: isDryRun)
    if !isDryRun { ingestion.reading = reading?.read }
    let version = Program.version(with: coder)
    self.version = version
    quarantines = try store.write(isDryRun: isDryRun) { transaction in
      try SideSchema.prepare(transaction)
      return try AttemptTable(transaction).quarantines(for: version, at: surroundings.now)
    }
    if !isDryRun { drained = try FileIntake.drain(into: store, by: &ingestion, surroundings) }
  }

  /// The feeds of a file, see ``CodedFeed/feeds(of:named:)``; or the ``Failure`` of this file, and what else
  /// `ingest` throws.
  static func feeds(
    of file: String, _ surroundings: Surroundings
  ) -> [Result<NamedFeed, any Error>] {
    do {
      return try CodedFeed.feeds(of: InputFile.readFeed(file, surroundings), named: file)
        .map(Result.success)
    } catch { return [.failure(error as? Failure ?? Failure(reading: file, error) ?? error)] }
  }

  /// What a feed brings; nil for a file of a folder that is clearly no feed.
  ///
  /// - Parameter isNamed: whether a person has named the file, and so takes it for a feed.
  /// - Throws: the ``Failure`` of this feed alone, after which the next may be read; or what every
  ///   one would meet, such as a ``StoreError``.
  mutating func ingest(_ feed: NamedFeed, isNamed: Bool) throws -> Appended? {
    let digest = "\(Digest.sha256(of: feed.bytes))"
    if let quarantine = quarantines.first(where: { $0.digest == digest }) {
      throw Failure(.partly, "\(feed.name): \(quarantine)")
    }
    do {
      return isDryRun
        ? try ingestion.ingest(
          FeedParser.parse(feed.bytes), named: feed.file, now: surroundings.now)
        : try attempt(feed.bytes, digest: digest, feed.file)
    } catch {
      if error is FeedError, !isNamed, !FirstBytes.claimsFeed(feed.bytes) { return nil }
      throw Failure(reading: feed.name, error) ?? error
    }
  }

  /// Ingests what was kept while the shared log could not be reached, in the order in which it came.
  static func drain(
    into store: Store, by ingestion: inout FeedIngestion, _ surroundings: Surroundings
  ) throws -> Appended {
    if case .away = store.sharing { return Appended() }
    var (appended, last) = (Appended(), Int64(0))
    while let feed = try store.read({ try OutboxTable($0).next(after: last) }) {
      last = feed.number
      appended =
        try appended
        + ingestion.ingest(FeedParser.parse(feed.bytes), named: feed.name, now: surroundings.now) {
          transaction, _ in try OutboxTable(transaction).remove(feed.number)
        }
    }
    return appended
  }

  private mutating func attempt(
    _ bytes: [UInt8], digest: String, _ file: String
  ) throws -> Appended {
    if case .away = store.sharing { return try keep(bytes, file) }
    do { return try ingest(bytes, digest: digest, file) } catch StoreError.away {
      return try keep(bytes, file)
    }
  }

  private mutating func keep(_ bytes: [UInt8], _ file: String) throws -> Appended {
    _ = try FeedParser.parse(bytes)
    try store.write { try OutboxTable($0).keep(bytes, named: file, at: surroundings.now) }
    kept += 1
    return Appended()
  }

  private mutating func ingest(
    _ bytes: [UInt8], digest: String, _ file: String
  ) throws -> Appended {
    try store.write {
      try AttemptTable($0).begin(
        digest, named: file, digest: digest, version: version, now: surroundings.now)
    }
    do {
      return try ingestion.ingest(
        FeedParser.parse(bytes), named: file, now: surroundings.now
      ) { transaction, _ in try AttemptTable(transaction).end(digest) }
    } catch {
      try? store.write { try AttemptTable($0).end(digest) }
      throw error
    }
  }
}

extension Failure {
  /// What is wrong with one file; nil when it is wrong with all.
  fileprivate init?(reading file: String, _ error: any Error) {
    switch error {
    case let error as FeedError:
      self.init(.badInput, "\(file):\(error.line): \(error.reason)")
    case is StoreError, is OutputClosed: return nil
    default: self.init(.badInput, "\(file): \(Failure(error).message)")
    }
  }
}
