import EventModel
import Projections

/// Events that are stages of one matter, in the order in which they happened.
struct Story {
  let events: [EventView]
  let links: [StoryLink]

  /// What became of an event of the story: the link to what ended it, else to the latest stage after it;
  /// nil where nothing is known yet.
  func outcome(of event: EventView) -> (stage: String, event: EventView)? {
    let following = links.filter { $0.earlier == event.position }.compactMap { link in
      events.firstIndex { $0.position == link.later }.map { (place: $0, stage: link.link.stage) }
    }
    let last = following.max { left, right in
      let (one, other) = (events[left.place].event.stage, events[right.place].event.stage)
      return (one, left.place) < (other, right.place)
    }
    return last.map { ($0.stage, events[$0.place]) }
  }

  /// The events of which an event is a later stage.
  func earlier(than event: EventView) -> [EventView] {
    let places = Set(links.filter { $0.later == event.position }.map(\.earlier))
    return events.filter { places.contains($0.position) }
  }
}

extension Question {
  /// The story that an event belongs to: all that hangs together by links of stages, it alone where
  /// nothing does.
  func story(of event: EventView, _ names: ActorNames) throws -> Story {
    var events: [Int64: EventView] = [:]
    var links: [StoryLink] = []
    var open = [event]
    while let next = open.popLast() {
      guard events.updateValue(next, forKey: next.position) == nil else { continue }
      for link in try snapshot.links(of: next) {
        if link.earlier == next.position { links.append(link) }
        let other = link.earlier == next.position ? link.later : link.earlier
        if let view = try snapshot.event(other) { open.append(view) }
      }
    }
    return Story(
      events: events.values.map { $0.naming(names) }.sorted { $0.storyPlace < $1.storyPlace },
      links: links)
  }

  /// The stories of the events that fit a query, that of the latest event first: those that have several
  /// stages, and what is still to come true or not.
  func stories(of query: EventQuery, limit: Int) throws -> [Story] {
    let events = try snapshot.events(
      matching: query.filter, except: query.exclusions, order: .occurred)
    let names = try names()
    var (stories, known) = ([Story](), Set<Int64>())
    for event in events.reversed() where stories.count < limit && !known.contains(event.position) {
      let story = try story(of: event, names)
      known.formUnion(story.events.map(\.position))
      if story.events.count > 1 || event.event.stage.isPending { stories.append(story) }
    }
    return stories
  }
}

extension EventView {
  /// By the day it happened or was told, then by how far it has got, then by when the log learned of it.
  fileprivate var storyPlace: (Int, Stage, Int64) {
    (toldOn?.number ?? .min, event.stage, position)
  }

  /// The day on which its head's source told it, else the day it happened.
  var toldOn: CivilDay? { head.report.mention.published?.last ?? date?.first }
}
