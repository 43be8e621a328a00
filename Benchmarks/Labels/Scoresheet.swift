import EventCoding
import EventModel

/// Right, wrong and missed answers of every kind over some items. Sheets add up.
struct Scoresheet {
  var items = 0
  var types = Agreement()
  var byType: [String: Agreement] = [:]
  var events = Agreement()
  var stance = Share()
  var actors = Agreement()
  var objects = Agreement()
  /// The chance stated of an event: that it is one of that type.
  var confidence = Reliability()

  init() {}

  init(_ labelled: JudgedItem, _ coded: [Event]) {
    items = 1
    let told = Set(coded.flatMap { [$0.type] + $0.furtherTypes })
    types.add(told, labelled.types)
    for type in told.union(labelled.types) {
      byType[type.rawValue, default: Agreement()].add(
        told.intersection([type]), labelled.types.intersection([type]))
    }
    events.add(coded.isEmpty ? [] : [true], labelled.types.isEmpty ? [] : [true])
    for event in coded {
      confidence.add(Double(event.confidence) / 100, isSo: labelled.types.contains(event.type))
    }
    guard let first = coded.first, !labelled.types.isEmpty else { return }
    stance.add(first.stance == labelled.stance)
    actors.add(
      Set(coded.flatMap { $0.actors.map(\.name) }.map(plain)), Set(labelled.actors.map(plain)))
    objects.add(Set(coded.flatMap(\.objects).map(plain)), Set(labelled.objects.map(plain)))
  }

  static func += (sheet: inout Scoresheet, more: Scoresheet) {
    sheet.items += more.items
    sheet.types += more.types
    sheet.byType.merge(more.byType) { one, other in
      var sum = one
      sum += other
      return sum
    }
    sheet.events += more.events
    sheet.stance += more.stance
    sheet.actors += more.actors
    sheet.objects += more.objects
    sheet.confidence += more.confidence
  }
}

/// Names that differ in spaces, hyphens and case are one.
private func plain(_ name: String) -> String {
  name.lowercased().filter { $0 != " " && $0 != "-" }
}
