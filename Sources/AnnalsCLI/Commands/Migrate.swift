import ArgumentParser
import EventLog
import EventModel
import JSONText
import JetStream
import Querying

struct Migrate: AnnalsCommand {
  static let configuration = CommandConfiguration(
    commandName: "migrate",
    abstract: "Take the log of the store to servers that many machines share.",
    discussion: """
      Makes the stream where it is not there, appends every record in its order, and then compares what \
      the servers have with the store, record by record. A run that was cut short is taken up again. From \
      then on the store is a mirror of that log, and annals init makes others on other machines. Nobody \
      else may write to the store meanwhile.

        annals migrate --to 'nats://h1,h2,h3/ANNALS?monitor=http://h1:8222,http://h2:8222'
        annals help cluster
      """)

  @Option(help: ArgumentHelp("The log: nats://SERVERS/STREAM.", valueName: "url"))
  var to: String

  @OptionGroup var store: StoreOptions
  @OptionGroup var output: OutputOptions

  func run(in surroundings: Surroundings) throws {
    let address = try Node.address(to, from: "--to")
    let store = try Store(opening: store.path(surroundings))
    let log = try JetStreamLog(address)
    try ServerCheck(address, surroundings).demandSync()
    try log.make()
    let line = ProgressLine(of: "record", isQuiet: output.quiet, surroundings)
    let head = try line.during { try replay(store, to: log, line) }
    try surroundings.settings.set(.log, to: [to], in: store)
    try output.tell(
      "\(address.shown) has the log up to @\(head.position) \(head.hash.description.prefix(8)), "
        + "and the store follows it",
      Document(
        schema: "annals.migrated/1",
        facts: [
          "log": .string(address.shown), "position": .number(head.position),
          "hash": .string(head.hash.description),
        ]), surroundings)
  }

  /// Appends what the log lacks, and compares all of it.
  private func replay(
    _ store: Store, to log: JetStreamLog, _ line: ProgressLine
  ) throws -> Head {
    let head = try store.read { try Log($0).head() }
    func own(after position: Int64) throws -> [LogEntry] {
      try store.read { transaction in
        try Log(transaction).read(after: position, limit: LogEntry.mostAtOnce).map(LogEntry.init)
      }
    }
    var end = try log.end()
    try compare(with: log, upTo: min(end, head.position), own)
    while case let entries = try own(after: end), !entries.isEmpty {
      try log.append(entries, expecting: end)
      end += Int64(entries.count)
      try line.report(Int(end), of: Int(head.position))
    }
    guard end == head.position else {
      throw StoreError.diverged(
        position: head.position + 1, "the log ends at @\(end), and the store at @\(head.position)")
    }
    try compare(with: log, upTo: end, own)
    return head
  }

  /// Every record, with its hash, in which the heads are compared too.
  private func compare(
    with log: JetStreamLog, upTo end: Int64, _ own: (Int64) throws -> [LogEntry]
  ) throws {
    var position: Int64 = 0
    while position < end {
      let ours = try own(position).prefix(Int(end - position))
      let theirs = try log.read(after: position, limit: ours.count)
      for (ours, theirs) in zip(ours, theirs) {
        position += 1
        // A log that others wrote may lack a hash, never have another.
        guard ours.record.isSame(as: theirs.record), theirs.hash ?? ours.hash == ours.hash else {
          throw StoreError.diverged(position: position, "the log has another record there")
        }
      }
      guard !theirs.isEmpty else {
        throw StoreError.diverged(position: position + 1, "the log lacks the record")
      }
    }
  }
}

extension NewRecord {
  fileprivate func isSame(as other: NewRecord) -> Bool {
    id == other.id && type == other.type && payload == other.payload && recorded == other.recorded
      && scheme == other.scheme
  }
}
