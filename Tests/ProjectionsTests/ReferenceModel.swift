import EventModel
import JSONText

/// The fold of events in memory and without SQL: what a store answers is compared with it. It is written
/// from these rules, not from the program; it reads payloads as JSON, and folds from zero each time.
///
/// What is believed at a position is the fold, in order, of all records up to it, without those whose act
/// is undone there. An act is undone when some undoing of it belongs to an act that is not undone itself.
/// What a person corrected without naming an act is an act of its own, named by the record's id.
///
/// - An account is what one record tells of an event: reported, it founds one; mentioned, it joins the event
///   that the account it names belongs to by then, else it founds one.
/// - Amended by a machine or a book, its base is the event given, and the source where one is given; by a
///   person, the fields given (in the first version those that differ from what was believed) are
///   patches, and so is the source. What is believed is the base with the patches in order.
/// - Retracted, it no longer counts; it still moves with its event, and still answers by its id.
/// - Merged, all accounts of one event belong to the other; split, an account founds its own event.
/// - What names an account that nobody told changes nothing, and so does what cannot be read.
struct ReferenceModel {
  /// A record as far as the fold reads it.
  struct Fact {
    let id: RecordID
    let type: String
    let version: Int
    let data: JSON
    let act: RecordID?
    let of: RecordID?
    let event: Event?
    let mention: Mention?
    /// The first version of an amendment tells who made it by its reason alone.
    let isByPerson: Bool

    init(id: RecordID, type: String, version: Int = 1, data: JSON) {
      (self.id, self.type, self.version, self.data) = (id, type, version, data)
      of = data["of"]?.id
      event = data["event"].flatMap { try? Event(json: $0) }
      mention = data["mention"].flatMap { try? Mention(json: $0) }
      let (author, reason) = (data["author"]?.string, data["reason"]?.string ?? "")
      isByPerson =
        author.map { $0 == "person" }
        ?? (!reason.hasPrefix("coded again") && reason != "the book was corrected")
      // What a person corrected without naming an act is an act of its own.
      let isCorrection = ["event.amended", "event.retracted", "events.merged", "event.split"]
        .contains(type)
      act = data["act"]?.id ?? (isCorrection && isByPerson ? id : nil)
    }
  }

  /// What one record tells of an event, with what was said of it since.
  struct Account {
    let id: RecordID
    var event: RecordID
    var base: Event
    var mention: Mention
    var patches: [[JSON.Member]] = []
    var mentionPatch: Mention?
    var isRetracted = false

    var effective: Event { patches.reduce(base) { $0.with($1) } }
    var effectiveMention: Mention { mentionPatch ?? mention }

    func isPatched(_ field: String) -> Bool {
      patches.contains { $0.contains { $0.key == field } }
    }
  }

  private(set) var accounts: [Account] = []

  /// What is believed when the log ends with these facts.
  init(_ facts: some Sequence<Fact>) {
    let facts = Array(facts)
    for fact in facts where !(fact.act.map { Self.isUndone($0, facts) } ?? false) { fold(fact) }
  }

  /// An act is undone when some undoing of it is not itself undone.
  static func isUndone(_ act: RecordID, _ facts: [Fact]) -> Bool {
    facts.contains { fact in
      guard fact.type == "act.undone", fact.version == 1, fact.of == act, let own = fact.act
      else { return false }
      return !isUndone(own, facts)
    }
  }

  /// The event that an account belongs to now, retracted or not; a merged id still answers.
  func resolve(_ id: RecordID?) -> RecordID? { accounts.first { $0.id == id }?.event }

  private mutating func fold(_ fact: Fact) {
    let revised = ["event.amended", "event.retracted", "events.merged", "event.split"]
    guard 1...(revised.contains(fact.type) ? 2 : 1) ~= fact.version else { return }
    switch fact.type {
    case "event.reported", "event.mentioned":
      guard let event = fact.event, let mention = fact.mention else { return }
      let known = fact.type == "event.mentioned" ? resolve(fact.of) : nil
      accounts.append(
        Account(id: fact.id, event: known ?? fact.id, base: event, mention: mention))
    case "event.amended": change(fact.of) { $0.amend(fact) }
    case "event.retracted": change(fact.of) { $0.isRetracted = true }
    case "event.split": change(fact.data["mention"]?.id) { $0.event = $0.id }
    case "events.merged":
      guard let into = resolve(fact.data["into"]?.id), let other = resolve(fact.data["other"]?.id)
      else { return }
      for index in accounts.indices where accounts[index].event == other {
        accounts[index].event = into
      }
    default: break
    }
  }

  private mutating func change(_ id: RecordID?, _ body: (inout Account) -> Void) {
    guard let index = accounts.firstIndex(where: { $0.id == id }) else { return }
    body(&accounts[index])
  }
}

extension ReferenceModel.Account {
  /// A machine or a book gives the whole event anew; a person's fields stay on top of it.
  fileprivate mutating func amend(_ fact: ReferenceModel.Fact) {
    if let fields = fact.data["fields"]?.members {
      patches.append(fields)
    } else if let event = fact.event {
      if fact.isByPerson { patches.append(effective.difference(to: event)) } else { base = event }
    }
    guard let mention = fact.mention else { return }
    if fact.isByPerson { mentionPatch = mention } else { self.mention = mention }
  }
}

extension Event {
  /// The event with these fields in the place of its own; null empties one.
  fileprivate func with(_ fields: [JSON.Member]) -> Event {
    let kept = (json.members ?? []).filter { member in !fields.contains { $0.key == member.key } }
    return try! Event(json: .object(kept + fields.filter { $0.value != .null }))
  }

  fileprivate func difference(to event: Event) -> [JSON.Member] {
    let keys = Set(((json.members ?? []) + (event.json.members ?? [])).map(\.key))
    return keys.filter { json[$0] != event.json[$0] }.map { .init($0, event.json[$0] ?? .null) }
  }
}

extension JSON {
  fileprivate var id: RecordID? { string.flatMap { RecordID($0) } }
}
