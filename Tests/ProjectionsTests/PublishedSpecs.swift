import EventModel
import JSONText
import Projections
import TestSupport
import Testing

/// What sources had published by a day, whenever the log learned of it.
@Suite struct PublishedSpecs {
  let told: Given

  init() throws {
    told = try given(
      .event("a", by: ["X"], published: "2023-05-31"),
      .mention("b", of: "a", by: ["Y"], published: "2023-06-01"),
      .event("c", published: "2023-06"), .event("d", on: "2023-05-01"),
      .event("e", published: "2023-05"),
      .corrected("e", ["title": "E"]))
  }

  func events(by day: String, at position: Int64? = nil) throws -> [String] {
    try told.ask { snapshot in
      let known = snapshot.published(by: CivilDay(day)!)
      return try (position.map { known.at($0) } ?? known)
        .events(matching: ReportFilter(), order: .recorded)
    }.map { view in
      "\(view.accounts.map(\.id.name).joined(separator: " ")): \(view.event.title)"
    }
  }

  @Test func `a report counts from the last day on which it may have been published`() throws {
    #expect(try events(by: "2023-05-30") == [])
    #expect(try events(by: "2023-05-31") == ["e: E", "a: a"])
    #expect(try events(by: "2023-06-01") == ["e: E", "a b: a"])
    #expect(try events(by: "2023-06-30") == ["e: E", "c: c", "a b: a"])
  }

  @Test func `as many are told as asked, and counted, of those that were published`() throws {
    let known = try told.ask { snapshot in
      let then = snapshot.published(by: CivilDay("2023-06-01")!)
      return (
        try then.events(matching: ReportFilter(), order: .recorded, limit: 2).map(\.id.name),
        try then.eventDays(matching: ReportFilter()).map(\.count)
      )
    }
    #expect(known.0 == ["e", "a"])
    #expect(known.1 == [1, 1])
  }

  @Test func `nothing is of a type by a report that was published later`() throws {
    let told = try given(
      .event("a", type: .funding, published: "2023-05-31"),
      .mention("b", of: "a", type: .acquisition, published: "2023-06-01"))
    func found(_ type: EventType, by day: String) throws -> [String] {
      var filter = ReportFilter()
      filter.types = [type]
      return try told.ask { snapshot in
        try snapshot.published(by: CivilDay(day)!).events(matching: filter, order: .recorded)
      }.map(\.id.name)
    }
    #expect(try found(.acquisition, by: "2023-05-31") == [])
    #expect(try found(.acquisition, by: "2023-06-01") == ["a"])
    #expect(try found(.funding, by: "2023-05-31") == ["a"])
  }

  @Test func `nothing is found by a report that was published later`() throws {
    var filter = ReportFilter()
    filter.actors = ["Y"]
    let known = try told.ask { snapshot in
      try snapshot.published(by: CivilDay("2023-05-31")!).events(matching: filter, order: .recorded)
    }
    #expect(known.isEmpty)
  }

  @Test func `what was known at a position before is known of what was published by then`() throws {
    #expect(try events(by: "2023-05-31", at: 5) == ["e: e", "a: a"])
    #expect(try events(by: "2023-05-31", at: 3) == ["a: a"])
  }
}
