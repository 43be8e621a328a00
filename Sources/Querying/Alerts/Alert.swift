package import EventModel
package import JSONText
package import Projections

/// Something of which a saved query lets people be told: an event that it finds now, or a correction of one
/// that it told of before.
package struct Alert: Sendable {
  package enum Kind: String, Sendable { case found, corrected, gone }

  /// Of the saved query.
  package let name: String
  package let kind: Kind
  /// The event as it was told first.
  package let id: RecordID
  /// How many alerts of the event came before.
  package let number: Int
  /// The event as it is; as it was, where it no longer counts.
  package let view: EventView
  /// What was corrected, old → new, a sentence a field.
  package let corrections: [String]

  package var title: String { view.event.title }

  /// The first address of the web that tells it.
  package var url: String? {
    view.accounts.lazy.compactMap(\.report.mention.url).first { AddressParts($0).isOfWeb }
  }

  package static let schema = "annals.alerts/1"

  package var json: JSON {
    .object([
      "alert": .string(name), "kind": .string(kind.rawValue), "id": .string(id.description),
      "number": .number(Int64(number)), "title": .string(title),
      "type": .string(view.event.type.rawValue),
      "date": view.date.map { .string($0.text) } ?? .null, "url": url.map(JSON.string) ?? .null,
      "corrections": .strings(corrections), "event": EventAnswer.row(view),
    ])
  }

  package static let columns = [
    Column("alert", key: "alert"), Column("kind", key: "kind"),
    Column("date") { .date($0["date"]) }, Column("type", key: "type"),
    Column("title", key: "title"), Column("corrections", key: "corrections").fitting(.whole),
    Column("id") { .id($0["id"]) }, Column("url", for: .programs) { .url($0["url"]) },
  ]
}

/// What was told of an event last.
package struct ToldAlert: Sendable {
  /// How many alerts came before it.
  package let number: Int
  /// Up to where the log was told.
  package let position: Int64

  package init(number: Int, position: Int64) {
    self.number = number
    self.position = position
  }
}

extension Question {
  /// What a saved query has to tell: events that it finds and did not find when it was saved, and
  /// corrections of those that were told before.
  ///
  /// - Parameters:
  ///   - since: the position of the record that saved the query.
  ///   - place: up to where the log has been looked at before.
  ///   - told: by the ids under which events were told.
  package func alerts(
    of saved: SavedQuery, since: Int64, after place: Int64, told: [RecordID: ToldAlert]
  ) throws -> [Alert] {
    let query = try query([saved.query ?? ""])
    let names = try names()
    let numbers = try touchedEvents(after: place)
    func matching(_ snapshot: Snapshot) throws -> Set<Int64> {
      try snapshot.events(numbers, matching: query.filter, except: query.exclusions)
    }
    let found = try matching(snapshot).subtracting(matching(snapshot.at(since)))
    return try numbers.compactMap { number in
      guard let event = try snapshot.eventWithRetracted(number) else { return nil }
      let ids = [event.id] + event.accounts.map(\.id)
      if let id = ids.first(where: { told[$0] != nil }) {
        return try correction(of: id, number, told[id]!, saved.name, names)
      }
      guard found.contains(number), let view = try snapshot.event(number)?.naming(names)
      else { return nil }
      return Alert(
        name: saved.name, kind: .found, id: view.id, number: 0, view: view, corrections: [])
    }
  }

  /// The events, by the positions of their founding records, of which anything was said after a position.
  private func touchedEvents(after place: Int64) throws -> [Int64] {
    let log = try snapshot.news(after: place)
    let touched = try log.accounts.compactMap { try snapshot.account($0)?.event }
    return Set(log.founded + touched).sorted()
  }

  private func correction(
    of id: RecordID, _ number: Int64, _ last: ToldAlert, _ name: String, _ names: ActorNames
  ) throws -> Alert? {
    let before = snapshot.at(last.position)
    let former = try before.account(id).flatMap { try before.event($0.event) }?.naming(names)
    let now = try snapshot.event(number)?.naming(names)
    let (kind, view, corrections): (Alert.Kind, EventView?, [String]) =
      switch (former, now) {
      case (let former?, let now?):
        (.corrected, now, EventDetail.Correction.between(former, now).map(\.sentence))
      case (let former?, nil): (.gone, former, ["\(former.event.title) → retracted"])
      case (nil, let now?): (.corrected, now, ["retracted → \(now.event.title)"])
      case (nil, nil): (.gone, nil, [])
      }
    guard let view, !corrections.isEmpty else { return nil }
    return Alert(
      name: name, kind: kind, id: id, number: last.number + 1, view: view, corrections: corrections)
  }
}
