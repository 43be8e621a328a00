import EventLog
import EventModel
import Projections
import TestSupport
import Testing

/// Which items a list holds.
@Suite struct ItemSpecs {
  static func item(
    _ name: String, of feed: String = "f", _ title: String = "t", text: String = ""
  ) -> NewRecord {
    NewRecord(
      id: .named(name),
      change: .itemObserved(
        ItemObservation(
          feed: feed, feedTitle: "The \(feed)", key: name, title: title, summary: "s",
          content: text)))
  }

  static func revised(_ name: String, _ title: String) -> NewRecord {
    NewRecord(
      id: .naming("revised", name, title),
      change: .itemRevised(
        ItemRevision(
          item: .named(name),
          current: ItemObservation(feed: "f", feedTitle: "The f", key: name, title: title),
          changed: ["title"])))
  }

  func found(
    _ told: Given, at position: Int64? = nil, after: Int64? = nil, limit: Int? = nil,
    _ change: (inout ItemFilter) -> Void = { _ in }
  ) throws -> [Int64] {
    var filter = ItemFilter()
    change(&filter)
    return try told.ask(at: position) { snapshot in
      let found = try snapshot.items(filter, after: after, limit: limit).map(\.item)
      if filter.words.isEmpty, after == nil, limit == nil {
        #expect(try snapshot.itemCount(filter) == found.count)
      }
      return found
    }
  }

  @Test func `items are listed as they were, the last learned first, a page at a time`() throws {
    let told = try given(
      Self.item("a"), Self.item("b"), Self.item("c"), Self.revised("a", "new"))
    #expect(try found(told) == [3, 2, 1])
    #expect(try found(told, at: 2) == [2, 1])
    #expect(try found(told, limit: 2) == [3, 2])
    #expect(try found(told, after: 2) == [1])
    #expect(try found(told, after: 1) == [])
  }

  @Test func `all that is asked of an item must hold`() throws {
    let told = try given(
      Self.item("a"), Self.item("b", of: "g"), Self.item("c", of: "g"),
      .coded("e", by: "x", item: "b"), .coded("d", by: "x", item: "c"), .retracted("d"))
    #expect(try found(told) { $0.feeds = [2] } == [3, 2])
    #expect(try found(told) { $0.feeds = [1, 2] } == [3, 2, 1])
    #expect(try found(told) { $0.isCoded = true } == [2])
    #expect(try found(told) { $0.isCoded = false } == [3, 1])
    #expect(try found(told, at: 5) { $0.isCoded = false } == [1])
    #expect(try found(told) { $0.learnedAfter = 1 } == [3, 2])
    #expect(try found(told) { $0.among = [1, 3] } == [3, 1])
    #expect(try found(told) { $0.among = [] } == [])
    #expect(try found(told) { $0.exceptions = [3] } == [2, 1])
    #expect(
      try found(told) {
        $0.feeds = [2]
        $0.isCoded = false
      } == [3])
  }

  @Test func `titles and texts are searched in the words of the time, Chinese too`() throws {
    let told = try given(
      Self.item("a", "One word"), Self.item("b", "other", text: "one one one 百度发布文心"),
      Self.revised("a", "Another"))
    func found(_ words: [String], at position: Int64? = nil, after: Int64? = nil) throws -> [Int64]
    {
      try self.found(told, at: position, after: after) { $0.words = words }
    }
    #expect(try found(["one"]) == [2])
    #expect(try Set(found(["one"], at: 2)) == [1, 2])
    #expect(try found(["文心"]) == [2])
    #expect(try found(["文发"]) == [])
    #expect(try found(["other", "百度"]) == [2])
    #expect(try found(["other", "none"]) == [])
    #expect(try found(["another"]) == [1])
    #expect(try found(["another"], at: 2) == [])
  }

  @Test func `of what fits as well the later comes first, page by page`() throws {
    let told = try given(
      Self.item("a", "one"), Self.item("b", "one one"), Self.item("c", "one"), Self.item("d", "x"))
    func found(after: Int64? = nil, limit: Int? = nil) throws -> [Int64] {
      try self.found(told, after: after, limit: limit) { $0.words = ["one"] }
    }
    #expect(try found() == [2, 3, 1])
    #expect(try found(limit: 2) == [2, 3])
    #expect(try found(after: 3) == [1])
    #expect(try found(after: 4) == [])
  }

  @Test func `feeds and items are found by their names, and an item's states in order`() throws {
    let told = try given(Self.item("a"), Self.item("b", of: "g"), Self.revised("a", "new"))
    #expect(try told.ask { try $0.itemFeeds() }.map(\.title) == ["The f", "The g"])
    #expect(try told.ask(at: 1) { try $0.itemFeeds() }.count == 1)
    #expect(try told.ask { try $0.items(named: "b0") }.map(\.item) == [2])
    #expect(try told.ask(at: 1) { try $0.items(named: "b0") }.isEmpty)
    let item = try told.ask { try #require(try $0.item(at: 1)) }
    #expect(try told.ask { try $0.states(of: item) }.map(\.position) == [1, 3])
    #expect(try told.ask(at: 2) { try $0.states(of: item) }.map(\.position) == [1])
  }
}

/// What is new since a place of the log.
@Suite struct NewsSpecs {
  @Test func `records after a place are counted by kind`() throws {
    let told = try given(
      ItemSpecs.item("a"), .event("e"), ItemSpecs.item("b"), ItemSpecs.revised("a", "x"),
      .event("f"), .mention("0f", of: "e"))
    func counts(_ place: Int64, at position: Int64? = nil) throws -> [Int] {
      let news = try told.ask(at: position) { try $0.news(after: place) }
      return [news.items, news.revisions, news.reported, news.mentions]
    }
    #expect(try counts(0) == [2, 1, 2, 3])
    #expect(try counts(2) == [1, 1, 1, 2])
    #expect(try counts(2, at: 4) == [1, 1, 0, 0])
    #expect(try counts(6) == [0, 0, 0, 0])
    #expect(try told.ask { try $0.news(after: 2) }.founded == [5])
    #expect(try told.ask { try $0.news(after: 2) }.accounts.map(\.name) == ["e"])
  }

  @Test func `what an undone act said is news too`() throws {
    let told = try given(.event("e"), .retracted("e", act: "aa"), .undone("aa", act: "bb"))
    #expect(try told.ask { try $0.news(after: 2) }.accounts.map(\.name) == ["e"])
  }

  @Test func `the store's own news begins behind the books`() throws {
    func end(_ facts: NewRecord...) throws -> Int64 { try Given(facts).ask { try $0.endOfBooks() } }
    #expect(try end() == 0)
    #expect(try end(.event("a", source: "book:b"), .event("b", source: "book:b")) == 2)
    #expect(try end(.event("a", source: "book:b"), ItemSpecs.item("i"), .event("b")) == 1)
    #expect(try end(.event("a", source: "book:b"), .event("b"), ItemSpecs.item("i")) == 1)
    #expect(try end(.event("a"), .event("b", source: "book:b")) == 0)
  }

  @Test func `of some events those that fit are told`() throws {
    let told = try given(.event("a", by: ["X"]), .event("b", by: ["Y"]), .event("c", by: ["X"]))
    var filter = ReportFilter()
    filter.actors = ["X"]
    #expect(try told.ask { try $0.events([1, 2], matching: filter, except: []) } == [1])
    #expect(try told.ask { try $0.events([1, 2], matching: .init(), except: [filter]) } == [2])
  }
}
