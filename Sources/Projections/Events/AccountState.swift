import JSONText
import EventModel

/// An account in the making: what its source told, and what was made of it since.
struct AccountState: Equatable {
  /// The position of the record that told it.
  let account: Int64
  /// The event that it belongs to.
  var event: Int64
  /// As the coder, the book or the person who wrote it tells it now.
  var base: Report
  /// What people put in the place of its fields, in order.
  var patches: [EventPatch] = []
  /// The source as a person gives it.
  var mentionByPerson: Mention?
  var isRetracted = false
  /// Whether it is still what its record tells.
  private(set) var isAsRecorded = true

  init(_ account: Int64, _ report: Report) {
    self.account = account
    event = account
    base = report
  }

  /// The account as it is believed: people win over machines.
  var told: Report {
    Report(
      event: patches.reduce(base.event) { $1.applied(to: $0) },
      mention: mentionByPerson ?? base.mention, act: base.act)
  }

  /// The fields that a person has set.
  var fieldsByPerson: [String] {
    var fields: [String] = []
    for field in patches.flatMap(\.fields) where !fields.contains(field.key) {
      fields.append(field.key)
    }
    return fields
  }

  /// What is written of it.
  var row: AccountRow {
    AccountRow(
      account: account, event: event, told: told, isRetracted: isRetracted,
      isAsRecorded: isAsRecorded, fieldsByPerson: fieldsByPerson)
  }

  /// A person says that it tells an event, and of this type, or that it tells none.
  mutating func judge(tellsEvent: Bool) {
    guard tellsEvent else { return isRetracted = true }
    isAsRecorded = false
    let type = JSON.string(told.event.type.rawValue)
    if let patch = try? EventPatch([.init("type", type)]) { patches.append(patch) }
  }

  mutating func amend(_ amendment: EventAmendment) {
    isAsRecorded = false
    switch (amendment.content, amendment.author.isPerson) {
    case (.whole(let event), false):
      base = Report(event: event, mention: amendment.mention ?? base.mention, act: base.act)
      return
    case (.whole(let event), true):
      if let patch = EventPatch.difference(from: told.event, to: event) { patches.append(patch) }
    case (.fields(let patch), true): patches.append(patch)
    case (.fields(let patch), false):
      base = Report(
        event: patch.applied(to: base.event), mention: amendment.mention ?? base.mention,
        act: base.act)
      return
    }
    if let mention = amendment.mention { mentionByPerson = mention }
  }
}
