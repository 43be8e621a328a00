import EventLog
import EventModel
import JSONText
import Projections
import Querying
import SideTables

/// Something that a check of a store found, and what to do about it.
struct StoreFinding {
  let check: String
  let message: String
  let remedy: String
  /// Nothing is wrong, but something is to be done.
  var isReminder = false

  var json: JSON {
    .object([
      "finding": .string(message), "check": .string(check), "remedy": .string(remedy),
      "reminder": .bool(isReminder),
    ])
  }
}

/// The checks of a store, each by its name. None of them writes.
struct StoreCheck {
  let store: Store
  let isDeep: Bool
  /// What the end of the log is compared with.
  let anchor: (text: Anchor, file: String?)?
  let today: CivilDay

  /// In the order in which they are made: the log first, since all else follows from it.
  static let names = [
    "file", "log", "anchor", "schema", "projections", "search", "ledger", "sequences",
    "feeds",
  ]

  /// The logs up to which the projections are folded again without being asked to: about a second.
  static let shallow: Int64 = 20_000

  /// Throws a ``StoreError`` when the file or the log itself is not what was written.
  func findings(_ names: [String]) throws -> [StoreFinding] {
    let early = contents(names)
    defer { early?.wait() }
    try store.read { transaction in
      if names.contains("file") { try Store.verifyFile(transaction) }
    }
    let isUpToDate = try store.isUpToDate
    var findings: [StoreFinding] = []
    if names.contains("log") || names.contains("anchor") {
      findings += try log(names, isUpToDate: isUpToDate)
    }
    guard isUpToDate else {
      return findings + [
        StoreFinding(
          check: "schema", message: "the store was made by an older annals",
          remedy: "annals rebuild brings it up to date")
      ]
    }
    let stale = try store.read { try staleProjections($0) }
    for name in names {
      switch name {
      case "schema": findings += try store.read { try schema($0) }
      case "projections": findings += try stale + (stale.isEmpty ? folded(early) : [])
      case "search" where stale.isEmpty:
        findings += try early?.value().search ?? store.read { try search($0) }
      case "ledger" where stale.isEmpty: findings += try ledger()
      case "sequences" where stale.isEmpty: findings += try sequences()
      case "feeds": findings += try store.read { try feeds($0) }
      default: continue
      }
    }
    return findings
  }

  private func log(_ names: [String], isUpToDate: Bool) throws -> [StoreFinding] {
    try store.read { transaction in
      let log = Log(transaction)
      guard names.contains("anchor"), let anchor else {
        try log.verify()
        return []
      }
      let position = anchor.text.position
      let noted = try log.verify(noting: [position])
      let end = try log.head().position
      let id = isUpToDate ? try transaction.storeID() ?? "" : ""
      let kept = anchor.file.map { "; or, if it is meant to be so, delete \($0)" } ?? ""
      let remedy = "restore a backup that goes as far\(kept)"
      func finding(_ message: String) -> [StoreFinding] {
        [StoreFinding(check: "anchor", message: message, remedy: remedy)]
      }
      if !anchor.text.store.isEmpty, anchor.text.store != id {
        return finding("the anchor is of another store, \(anchor.text.store)")
      }
      if position > end {
        return finding(
          "the log ends at @\(end), and the anchor saw it end at @\(position): it was cut")
      }
      if position > 0, noted[position] != anchor.text.hash {
        return finding("the log up to @\(position) is not the one that the anchor saw")
      }
      return []
    }
  }

  private func schema(_ transaction: Transaction) throws -> [StoreFinding] {
    try Projector.schemaFaults(transaction).map { fault in
      StoreFinding(
        check: "schema", message: fault,
        remedy: "export the log into a new store: annals log -O cloudevents, annals import")
    }
  }

  private func staleProjections(_ transaction: Transaction) throws -> [StoreFinding] {
    let head = try Log(transaction).head().position
    let outOfDate = try Projector.outOfDate(transaction)
    let behind = try Snapshot(of: transaction).projections().filter { $0.position != head }
      .map(\.name)
    return (outOfDate + behind.filter { !outOfDate.contains($0) }).map { name in
      StoreFinding(
        check: "projections", message: "the tables of \(name) are out of date",
        remedy: "annals rebuild")
    }
  }

  private typealias Contents = (rows: [StoreFinding], search: [StoreFinding])

  /// Looks at the rows of a store that is large and at its words, while the file and the log are looked at; nil
  /// where that is done behind.
  private func contents(_ names: [String]) -> Beside<Contents>? {
    guard let other = try? Store(opening: store.path, for: .checking, patience: 1, cache: 8192),
      let isLarge = try? other.read(isLarge), isLarge
    else { return nil }
    return Beside {
      try other.read { transaction in
        (
          names.contains("projections") && !isDeep ? try rows(transaction) : [],
          names.contains("search") ? try search(transaction) : []
        )
      }
    }
  }

  private func isLarge(_ transaction: Transaction) throws -> Bool {
    try Log(transaction).head().position > StoreCheck.shallow
  }

  private func folded(_ early: Beside<Contents>?) throws -> [StoreFinding] {
    if !isDeep, let early { return try early.value().rows }
    return try store.read { transaction in
      guard try isDeep || !isLarge(transaction) else { return try rows(transaction) }
      return try Projector.verify(transaction).map(StoreCheck.isNotFolded)
    }
  }

  private func rows(_ transaction: Transaction) throws -> [StoreFinding] {
    try Projector.digestFaults(transaction).map(StoreCheck.isNotFolded)
  }

  private static func isNotFolded(_ difference: String) -> StoreFinding {
    StoreFinding(check: "projections", message: difference, remedy: "annals rebuild")
  }

  private func search(_ transaction: Transaction) throws -> [StoreFinding] {
    try Projector.searchFaults(transaction).map { fault in
      StoreFinding(check: "search", message: fault, remedy: "annals rebuild")
    }
  }

  /// Forecasts whose law the log does not give again, bit for bit.
  private func ledger() throws -> [StoreFinding] {
    let rows = try store.ask { try Question($0, asOf: today).ledger() }
    return try rows.compactMap { row in
      let position = AsOf.position(row.issue.position ?? 0)
      return try store.ask(asOf: position) { snapshot in
        row.replayFault(Question(snapshot, asOf: row.issue.asOf))
      }.map { fault in
        StoreFinding(
          check: "ledger", message: "forecast \(row.id.short): \(fault)",
          remedy: "annals forecast show \(row.id.short)")
      }
    }
  }

  private func sequences() throws -> [StoreFinding] {
    try store.ask { try Question($0, asOf: today).sequenceFaults() }.map { fault in
      StoreFinding(
        check: "sequences", message: fault.message, remedy: fault.remedy,
        isReminder: fault.isReminder)
    }
  }

  private func feeds(_ transaction: Transaction) throws -> [StoreFinding] {
    try SideSchema.faults(in: transaction).map { fault in
      StoreFinding(
        check: "feeds", message: "\(fault); the feed is polled as if it were new",
        remedy: "annals fetch")
    }
  }
}
