import EventModel
import FeedFetching
import SideTables

/// Names of feeds as people type them → subscriptions.
enum FeedNames {
  /// All subscriptions when no name is given. A name is an address, a title, or a part of one of them
  /// that only one feed has.
  static func find(_ names: [String], in all: [Subscription]) throws -> [Subscription] {
    names.isEmpty ? all : try names.map { try find($0, in: all) }
  }

  private static func find(_ name: String, in all: [Subscription]) throws -> Subscription {
    let folded = name.lowercased()
    let address = (try? FeedURL(name).shown) ?? name
    if let exact = all.first(where: {
      $0.isAt(name) || $0.isAt(address) || $0.title.lowercased() == folded
    }) {
      return exact
    }
    let near = all.filter {
      $0.title.lowercased().contains(folded) || $0.url.lowercased().contains(folded)
    }
    if near.count == 1 { return near[0] }
    guard near.isEmpty else {
      throw Failure(
        .usage, "“\(Redaction.typed(name))” may be any of \(near.count) feeds",
        hint: near.prefix(5).map(\.title).joined(separator: ", "))
    }
    throw Failure(
      .no, "no feed is called “\(Redaction.typed(name))”", hint: "annals feed list shows them")
  }
}
