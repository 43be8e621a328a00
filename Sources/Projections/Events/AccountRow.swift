import EventModel

/// An account as a row of the table `account` tells it while it holds.
struct AccountRow {
  let account: Int64
  var event: Int64
  let told: Report
  let isRetracted: Bool
  let isAsRecorded: Bool
  let fieldsByPerson: [String]

  func tells(theSameAs other: AccountRow) -> Bool {
    event == other.event && isRetracted == other.isRetracted && told == other.told
  }
}

/// An account that has come into an event, with the numbers of its actors.
struct JoiningAccount {
  let row: AccountRow
  let actors: [Int64]
}
