import EventLog
package import EventModel
import GRDB

/// One source's account of an event as it is believed.
package struct Account: Equatable, Sendable {
  /// The record that told it.
  package let id: RecordID
  package let position: Int64
  /// With what people have put right in it.
  package let report: Report
  /// The event it belongs to: the position of the record that founded it.
  package let event: Int64
  package let isRetracted: Bool
  /// The fields that a person has set.
  package let fieldsByPerson: Set<String>

  /// Who coded or wrote it.
  package var author: Author { report.author }
}

/// An event as an answer sees it: what all its accounts make of it.
package struct EventView: Equatable, Sendable {
  /// The id of the record that founded it.
  package let id: RecordID
  /// The position of that record: when the log learned of the event.
  package let position: Int64
  package let recorded: Instant?
  /// The founder's first, the others in the order of the log.
  package private(set) var accounts: [Account]
  /// The best stance among the accounts of the head's polarity.
  package let stance: Stance
  /// The earliest date that the best source gives, else when a source first said it.
  package let date: PartialDate?
  /// What people have put beside it.
  package let marks: Marks
  /// When what is told of it last changed.
  package internal(set) var updated: Instant?
  /// The events of which it is a later stage.
  package internal(set) var stageOf: [RecordID] = []

  /// The account that speaks for it.
  package var head: Account { accounts[0] }
  /// The head's event with the stance of all.
  package var event: Event {
    var event = head.report.event
    event.stance = stance
    return event
  }

  /// The same, each of whose accounts tells something else.
  package func telling(_ change: (Event) -> Event) -> EventView {
    var view = self
    view.accounts = accounts.map { account in
      let report = account.report
      return Account(
        id: account.id, position: account.position,
        report: Report(event: change(report.event), mention: report.mention, act: report.act),
        event: account.event, isRetracted: account.isRetracted,
        fieldsByPerson: account.fieldsByPerson)
    }
    return view
  }

  /// Nil without accounts.
  init?(
    id: RecordID, position: Int64, recorded: Instant?, accounts: [Account], marks: Marks = Marks()
  ) {
    guard let summary = EventSummary(of: accounts.map(AccountFacts.init), in: position) else {
      return nil
    }
    self.id = id
    self.position = position
    self.recorded = recorded
    self.accounts =
      accounts.filter { $0.position == summary.head }
      + accounts.filter { $0.position != summary.head }
    stance = summary.stance
    date = summary.date
    self.marks = marks
  }
}

/// What of an account decides on the stance, the date and the scope of its event.
struct AccountFacts {
  let account: Int64
  let stance: Stance
  let polarity: Polarity
  let date: PartialDate?
  let published: PartialDate?
  let isHidden: Bool
  let fieldsByPerson: Set<String>

  init(_ account: Account) {
    self.account = account.position
    stance = account.report.event.stance
    polarity = account.report.event.polarity
    date = account.report.event.date
    published = account.report.mention.published
    isHidden = !account.report.event.isInScope
    fieldsByPerson = account.fieldsByPerson
  }

  /// Of an account that nobody has edited.
  init(founding state: AccountState) {
    account = state.account
    stance = state.base.event.stance
    polarity = state.base.event.polarity
    date = state.base.event.date
    published = state.base.mention.published
    isHidden = !state.base.event.isInScope
    fieldsByPerson = []
  }

  /// The columns that a row of it begins with.
  static let columns = "account, stance, polarity, date, published, person, hidden"

  init(_ row: SQLRow) {
    func date(_ column: Int) -> PartialDate? {
      row.text(column).flatMap { try? PartialDate(edtf: $0) }
    }
    account = row.integer(0)!
    stance = row.text(1).flatMap(Stance.init) ?? .reported
    polarity = row.text(2).flatMap(Polarity.init) ?? .asserted
    self.date = date(3)
    published = date(4)
    fieldsByPerson = StoredAccount.fields(row.text(5))
    isHidden = row.integer(6) == 1
  }
}

/// What the accounts of an event make of it together.
struct EventSummary {
  /// The account that speaks for the event: its founder's, else the first of the others.
  let head: Int64
  let stance: Stance
  let date: PartialDate?
  /// Whether all that tell it count it outside the industry.
  let isHidden: Bool

  /// Nil without accounts.
  init?(of accounts: [AccountFacts], in event: Int64) {
    let ordered = accounts.sorted { $0.account < $1.account }
    guard let head = ordered.first(where: { $0.account == event }) ?? ordered.first else {
      return nil
    }
    self.head = head.account
    isHidden = accounts.allSatisfy(\.isHidden)
    let agreeing = ordered.filter { $0.polarity == head.polarity }
    let best = Stance.allCases.first { stance in agreeing.contains { $0.stance == stance } }
    stance = head.fieldsByPerson.contains("stance") ? head.stance : best ?? head.stance
    if head.fieldsByPerson.contains("date") {
      date = head.date
    } else {
      date =
        EventSummary.earliest(agreeing) { $0.date }
        ?? EventSummary.earliest(agreeing) { $0.published }
    }
  }

  /// The earliest date of the accounts with the best stance that have one; a narrower date inside it
  /// says the same more closely.
  private static func earliest(
    _ accounts: [AccountFacts], _ date: (AccountFacts) -> PartialDate?
  ) -> PartialDate? {
    for stance in Stance.allCases {
      let dates = accounts.filter { $0.stance == stance }.compactMap(date)
      guard let earliest = dates.min(by: { $0.sortKey < $1.sortKey }) else { continue }
      return dates.filter { $0.end <= earliest.end }
        .min { ($0.width, $0.start) < ($1.width, $1.start) }
    }
    return nil
  }
}

extension PartialDate {
  fileprivate var start: Int { first?.number ?? .min }
  fileprivate var end: Int { last?.number ?? .max }
  /// In days; an open interval is the widest.
  fileprivate var width: Int {
    if let first, let last { last.number - first.number } else { .max }
  }
  fileprivate var sortKey: (Int, Int) { (start, width) }
}

/// An account as a row of the table `account` holds it.
struct StoredAccount {
  let account: Account
  var report: Report { account.report }

  /// Reads the report from the row where it was edited, and else from its record.
  init(_ row: Row, _ log: Log) throws {
    let number: Int64 = row["account"]
    let data: String? = row["data"]
    let change: Change?
    let id: RecordID?
    if let data {
      change = Change(
        type: RecordType(name: ChangeKind.eventReported.rawValue, version: 1),
        payload: Array(data.utf8))
      id = try log.id(at: number)
    } else {
      let record = try log.record(at: number)
      (change, id) = (record?.change, record?.id)
    }
    let report: Report
    switch (change, id) {
    case (.eventReported(let told), _?): report = told
    case (.eventMentioned(let mention), _?): report = mention.report
    default:
      throw StoreError.corrupt(position: number, "the table of accounts does not fit the log")
    }
    account = Account(
      id: id!, position: number, report: report, event: row["event"],
      isRetracted: row["retracted"], fieldsByPerson: StoredAccount.fields(row["person"]))
  }

  static func fields(_ text: String?) -> Set<String> {
    Set((text ?? "").split(separator: ",").map(String.init))
  }
}
