package import EventModel
import Foundation

/// The accounts that a set of records makes, in the order of the log. The set is closed: what its
/// records name is in it.
struct EventFold {
  private(set) var accounts: [Int64: AccountState] = [:]
  private let number: (RecordID) -> Int64?

  /// `number` gives the position of a record.
  init(number: @escaping (RecordID) -> Int64?) { self.number = number }

  mutating func apply(_ change: Change, at position: Int64) {
    switch change {
    case .eventReported(let report): accounts[position] = AccountState(position, report)
    case .eventMentioned(let mention):
      var state = AccountState(position, mention.report)
      if let event = number(mention.of).flatMap({ accounts[$0]?.event }) { state.event = event }
      accounts[position] = state
    case .eventAmended(let amendment): with(amendment.of) { $0.amend(amendment) }
    case .eventRetracted(let retraction): with(retraction.of) { $0.isRetracted = true }
    case .eventsMerged(let merge):
      guard let into = number(merge.into).flatMap({ accounts[$0]?.event }),
        let other = number(merge.other).flatMap({ accounts[$0]?.event })
      else { return }
      for account in accounts.keys where accounts[account]!.event == other {
        accounts[account]!.event = into
      }
    case .eventSplit(let split): with(split.mention) { $0.event = $0.account }
    case .reviewAnswered(let answer):
      if let tellsEvent = answer.tellsEvent {
        with(answer.of) { $0.judge(tellsEvent: tellsEvent) }
      }
    default: break
    }
  }

  private mutating func with(_ id: RecordID, _ body: (inout AccountState) -> Void) {
    guard let account = number(id), accounts[account] != nil else { return }
    body(&accounts[account]!)
  }
}

/// What a record tells, read once.
struct ToldChange {
  let change: Change
  /// The act that can be undone.
  private let hand: RecordID?

  init(_ record: Record) {
    change = record.change
    hand = change.hand(record.id)
  }

  /// Whether its act is among those that are undone.
  func isUndone(_ acts: Set<Data>) -> Bool { hand.map { acts.contains(Data($0.bytes)) } ?? false }
}

extension Change {
  /// The hand command that the record belongs to.
  var act: RecordID? {
    switch self {
    case .eventReported(let report): report.act
    case .eventAmended(let amendment): amendment.act
    case .eventRetracted(let retraction): retraction.act
    case .eventsMerged(let merge): merge.act
    case .eventSplit(let split): split.act
    case .eventsLinked(let link): link.act
    case .eventTagged(let tag): tag.act
    case .eventStarred(let star): star.act
    case .eventNoted(let note): note.act
    case .actorLinked(let link): link.act
    case .querySaved(let query): query.act
    case .reviewAnswered(let answer): answer.act
    case .actUndone(let undoing): undoing.act
    case .forecastIssued(let issue): issue.act
    case .forecastResolved(let resolution): resolution.act
    case .forecastAnnulled(let annulment): annulment.act
    case .sequenceDefined(let definition): definition.act
    case .phaseBegan(let boundary): boundary.act
    default: nil
    }
  }

  /// The act that can be undone: the hand command, or the record itself where it is a person's of the
  /// first version.
  package func hand(_ id: RecordID) -> RecordID? { act ?? (author?.isPerson ?? false ? id : nil) }

  /// Who says it, of a change of what is believed.
  var author: Author? {
    switch self {
    case .eventAmended(let amendment): amendment.author
    case .eventRetracted(let retraction): retraction.author
    case .eventsMerged(let merge): merge.author
    case .eventSplit(let split): split.author
    case .reviewAnswered: .person
    default: nil
    }
  }

  /// The report beside whose event it puts a mark.
  var marked: RecordID? {
    switch self {
    case .eventTagged(let tag): tag.of
    case .eventStarred(let star): star.of
    case .eventNoted(let note): note.of
    default: nil
    }
  }

  /// The reports that the record is about.
  var accountsNamed: [RecordID] {
    switch self {
    case .eventMentioned(let mention): [mention.of]
    case .eventAmended(let amendment): [amendment.of]
    case .eventRetracted(let retraction): [retraction.of]
    case .eventsMerged(let merge): [merge.into, merge.other]
    case .eventSplit(let split): [split.mention]
    case .reviewAnswered(let answer): [answer.of]
    default: []
    }
  }
}
