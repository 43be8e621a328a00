package import EventModel
import Projections

/// Which names mean the same actor, what it was called when, and who is a part of whom, by what people have
/// said.
package struct ActorNames: Sendable {
  /// Whose name one is, by the name; the last word on each.
  private var links: [String: ActorLink] = [:]
  /// What is a part of what.
  private var parts: [ActorLink] = []

  /// As names were told.
  package init() {}

  init(_ said: [ActorLink]) {
    for link in said {
      if link.relation == .part {
        if link.isOn { parts.append(link) }
      } else {
        links[link.name] = link
      }
    }
  }

  /// What the actor of a name is called today.
  package func current(_ name: String) -> String { follow(name) { _ in true } }

  /// What an actor that was told under a name was called on a day: its other names give way to the first, a
  /// former name from the day on which it changed.
  func name(_ told: String, on day: CivilDay?) -> String {
    follow(told) { link in
      guard link.relation == .renamed, let first = link.since?.first, let day else { return true }
      return first <= day
    }
  }

  private func follow(_ name: String, where isFollowed: (ActorLink) -> Bool) -> String {
    var (current, seen) = (name, Set<String>())
    while seen.insert(current).inserted, let link = links[current], link.isOn, isFollowed(link) {
      current = link.of
    }
    return current
  }

  /// All names of the actor that one means, today's first.
  package func all(_ name: String) -> [String] {
    let current = current(name)
    let others = links.keys.filter { $0 != current && self.current($0) == current }.sorted()
    return [current] + others
  }

  /// All names of an actor and of everything that is a part of it.
  func group(_ name: String) -> [String] {
    var (names, open) = ([String](), [current(name)])
    while let next = open.popLast() {
      guard !names.contains(next) else { continue }
      names += all(next)
      open += parts(of: next)
    }
    return names
  }

  /// What is a part of an actor.
  func parts(of name: String) -> [String] {
    let whole = current(name)
    return parts.filter { current($0.of) == whole }.map { current($0.name) }
  }

  /// Of whom an actor is a part, and since when.
  func wholes(of name: String) -> [(name: String, since: PartialDate?)] {
    let part = current(name)
    return parts.filter { current($0.name) == part }.map { (current($0.of), $0.since) }
  }

  /// How each other name leads to today's: as another name, or as a former one.
  func others(of name: String) -> [ActorLink] { all(name).dropFirst().compactMap { links[$0] } }

  /// What is said of the name itself.
  func said(of name: String) -> ActorLink? { links[name] }

  /// Whether it is said already.
  package func says(_ link: ActorLink) -> Bool {
    let isPart = link.relation == .part
    let said = isPart ? parts.first { $0.name == link.name && $0.of == link.of } : links[link.name]
    guard link.isOn else { return isPart ? said == nil : said?.isOn == false }
    return said?.isOn == true && said?.of == link.of && said?.relation == link.relation
      && said?.since == link.since
  }

  /// Whether it would make an actor a name or a part of itself.
  package func leadsBack(_ link: ActorLink) -> Bool {
    guard link.isOn else { return false }
    if link.relation == .part { return group(link.name).contains(current(link.of)) }
    var (name, seen) = (link.of, Set<String>())
    while seen.insert(name).inserted, name != link.name, let next = links[name], next.isOn {
      name = next.of
    }
    return name == link.name
  }

  /// Whether anybody has said anything of it.
  package func isKnown(_ name: String) -> Bool {
    links[name] != nil || links.values.contains { $0.of == name }
      || parts.contains { $0.name == name || $0.of == name }
  }
}

extension EventView {
  /// The event with its actors under the names that people have given to them.
  func naming(_ names: ActorNames) -> EventView {
    let day = date?.first
    return telling { event in
      var event = event
      event.actors = event.actors.map { Actor(names.name($0.name, on: day), role: $0.role) }
      return event
    }
  }
}
