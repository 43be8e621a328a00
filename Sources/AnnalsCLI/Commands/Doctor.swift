import ArgumentParser
import EventLog
import EventModel
import JSONText
import JetStream
import Projections
import Querying
import SideTables

struct Doctor: AnnalsCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Look at the servers of a shared log, and how this machine stands to them.",
    discussion: """
      Servers: whether they answer, and sync before they acknowledge. Stream: its settings, and whether \
      all copies are current. Node: how far it lags behind, whether it holds the same records, and what \
      waits to be sent. It appends nothing; what the log has and the store lacks is followed.

        annals doctor
        annals help cluster
      """)

  @OptionGroup var store: StoreOptions
  @OptionGroup var output: OutputOptions

  private struct Row {
    let subject: String
    let state: String
    var isWrong = false
  }

  func run(in surroundings: Surroundings) throws {
    guard let address = try Node.address(surroundings) else {
      return try output.tell(
        "the log is the store's own: annals check looks at it", Doctor.document([]), surroundings)
    }
    var rows = try servers(address, surroundings)
    do {
      let log = try JetStreamLog(address)
      rows += try stream(log)
      rows += try node(log, surroundings)
    } catch StoreError.away(_, let reason) {
      rows.append(Row(subject: address.shown, state: reason, isWrong: true))
    }
    try output.write(Doctor.document(rows), surroundings)
    let wrong = rows.count { $0.isWrong }
    if wrong > 0 { throw Failure(.no, "wrong: \(Numerals.counted(wrong, "thing"))") }
  }

  private func servers(_ address: LogAddress, _ surroundings: Surroundings) throws -> [Row] {
    if address.monitors.isEmpty {
      return [
        Row(
          subject: "servers", state: "no monitor is named; &monitor=http://h1:8222 in the address",
          isWrong: !address.isUnsafe)
      ]
    }
    return try ServerCheck(address, surroundings).states().map { monitor, state in
      switch state {
      case .syncs(let version):
        Row(subject: monitor, state: "nats-server \(version), syncs before it acknowledges")
      case .doesNotSync(let version):
        Row(
          subject: monitor,
          state: "nats-server \(version) acknowledges before it syncs; set sync_interval: always",
          isWrong: true)
      case .silent(let reason): Row(subject: monitor, state: reason, isWrong: true)
      }
    }
  }

  private func stream(_ log: JetStreamLog) throws -> [Row] {
    let name = "stream \(log.address.stream)"
    guard let faults = try log.faults() else {
      return [
        Row(
          subject: name, state: "is not there: annals migrate or annals init makes it",
          isWrong: true)
      ]
    }
    let cluster = try log.information()["cluster"]
    let copies = cluster?["replicas"]?.elements ?? []
    let behind = copies.filter { $0["current"]?.bool != true || $0["offline"]?.bool == true }
    let leader = cluster?["leader"]?.string ?? "none"
    return faults.map { Row(subject: name, state: $0, isWrong: true) }
      + [
        Row(
          subject: name,
          state: "@\(try log.end()), leader \(leader), \(copies.count - behind.count) of "
            + "\(copies.count) further copies current", isWrong: !behind.isEmpty)
      ]
  }

  private func node(_ log: JetStreamLog, _ surroundings: Surroundings) throws -> [Row] {
    let store = try Store(opening: store.path(surroundings))
    let before = try store.read { try Log($0).head().position }
    var rows: [Row] = []
    do {
      let end = try store.follow(log)
      rows.append(
        Row(subject: "node", state: "@\(end), was \(end - before) behind; the same records"))
    } catch StoreError.diverged(let position, let reason) {
      rows.append(Row(subject: "node", state: "differs at @\(position): \(reason)", isWrong: true))
    }
    let kept = try store.read { try OutboxTable($0).count() }
    rows.append(
      Row(
        subject: "outbox",
        state: kept == 0
          ? "empty"
          : "\(Numerals.counted(kept, "feed")), which the next annals ingest or fetch takes"))
    return rows
  }

  private static func document(_ rows: [Row]) -> Document {
    Document(
      schema: "annals.doctor/1",
      columns: [
        Column("subject", key: "subject"), Column("state", key: "state"),
        Column("wrong", key: "wrong"),
      ],
      rows: rows.map { row in
        .object([
          "subject": .string(row.subject), "state": .string(row.state),
          "wrong": .bool(row.isWrong),
        ])
      })
  }
}
