import EventLog
import EventModel
import Projections
import TestSupport
import Testing

/// What people say of the names of actors.
@Suite struct ActorSpecs {
  static func linked(
    _ name: String, _ relation: ActorLink.Relation, of other: String, isOn: Bool = true,
    act: String? = nil
  ) -> NewRecord {
    NewRecord(
      id: .naming("linked", name, relation.rawValue, other, "\(isOn)", act ?? ""),
      change: .actorLinked(
        ActorLink(name, relation, of: other, isOn: isOn, act: act.map(RecordID.named))))
  }

  func said(_ told: Given, at position: Int64? = nil) throws -> [String] {
    try told.ask(at: position) { try $0.actorLinks() }.map {
      "\($0.name) \($0.relation) \($0.of)\($0.isOn ? "" : " not")"
    }
  }

  @Test func `the last word on whose name one is holds, and on each pair of part and whole`() throws
  {
    let told = try given(
      Self.linked("a", .same, of: "b"), Self.linked("a", .renamed, of: "c"),
      Self.linked("a", .part, of: "p"), Self.linked("a", .part, of: "q"),
      Self.linked("a", .part, of: "p", isOn: false))
    #expect(try said(told, at: 0) == [])
    #expect(try said(told, at: 1) == ["a same b"])
    #expect(try said(told, at: 4) == ["a renamed c", "a part p", "a part q"])
    #expect(try said(told) == ["a renamed c", "a part q", "a part p not"])
  }

  @Test func `what is undone is as if it had not been said, and is history`() throws {
    let told = try given(
      Self.linked("a", .same, of: "b", act: "aa"), Self.linked("a", .same, of: "c", act: "bb"),
      .undone("bb", act: "cc"), Self.linked("x", .same, of: "y", act: "dd"))
    #expect(try said(told, at: 3) == ["a same b"])
    #expect(try told.ask(at: 3) { try $0.lastAct() }?.position == 1)
    func history(_ names: Set<String>, at position: Int64? = nil) throws -> [Int64] {
      try told.ask(at: position) { try $0.actorHistory(of: names) }.map(\.position)
    }
    #expect(try history(["a"]) == [1, 2, 3])
    #expect(try history(["c"]) == [2, 3])
    #expect(try history(["c"], at: 3) == [2, 3] && history(["c"], at: 2) == [2])
    #expect(try history(["y"]) == [4] && history(["z"]) == [])
  }

  @Test func `a name is met once a report that counts`() throws {
    let told = try given(
      .event("a", by: ["X", "Y"], published: "2023-05-02"),
      .mention("b", of: "a", by: ["X"], published: "2023-05-01"),
      .event("c", by: ["Z", "Y", "Z"]), .event("d", by: ["X"]), .retracted("d"))
    func tallies(_ names: [String]? = nil) throws -> [String] {
      try told.ask { try $0.actorTallies(of: names) }.map {
        "\($0.name) \($0.reports) \($0.events) \($0.oldest?.description ?? "-")"
      }
    }
    #expect(try tallies() == ["X 2 1 2023-05-01", "Y 2 2 2023-05-02", "Z 1 1 -"])
    #expect(try tallies(["X", "Z"]).map { $0.dropFirst(2) } == ["3 2 2023-05-01"])
    #expect(try tallies(["X", "Y"]).map { $0.dropFirst(2) } == ["3 2 2023-05-01"])
    #expect(try tallies(["W"]) == [])
    let published = try told.ask { try $0.published(by: CivilDay("2023-05-01")!).actorTallies() }
    #expect(published.map { "\($0.name) \($0.reports) \($0.events)" } == ["X 1 1"])
    let later = try given(
      .event("a", by: ["X"], published: "2023-05-01"),
      .event("b", by: ["X"], published: "2023-05-02"))
    let first = try later.ask { try $0.published(by: CivilDay("2023-05-01")!).actorTallies() }
    #expect(first.map { "\($0.name) \($0.reports) \($0.events)" } == ["X 1 1"])
  }

  @Test(arguments: 0..<10)
  func `all names are met as often as each of them alone`(seed: UInt64) throws {
    var history = RandomHistory(seed: seed)
    let store = try TemporaryStore()
    try store.append(history.records(60))
    for position in Int64(0)...60 {
      try store.store.ask(asOf: .position(position)) { snapshot in
        let all = try snapshot.actorTallies()
        let alone = try ["OpenAI", "SenseTime", "百度"].flatMap {
          try snapshot.actorTallies(of: [$0])
        }
        #expect(all == alone.sorted { ($1.reports, $0.name) < ($0.reports, $1.name) })
      }
    }
  }
}

/// Which sources give the words of others again, and what became of their rumours.
@Suite struct ReprintSpecs {
  static let wire = "OpenAI in talks to buy a maker of chips, sources say"

  static func report(
    _ name: String, of event: String? = nil, title: String = wire, stance: Stance = .reported,
    polarity: Polarity = .asserted, source: String, published: String
  ) -> NewRecord {
    let event = event
    let mention = Mention(
      source: source, published: .edtf(published), title: title)
    let report = Report(
      event: Event(type: .acquisition, title: title, stance: stance, polarity: polarity),
      mention: mention)
    guard let event else { return NewRecord(id: .named(name), change: .eventReported(report)) }
    return NewRecord(
      id: .named(name),
      change: .eventMentioned(
        EventMention(of: .named(event), report: report, score: 1, reason: "alike")))
  }

  @Test func `reprints of one wire are one source, the first that was published`() throws {
    let told = try given(
      Self.report("a", title: Self.wire + " - Paper", source: "Paper", published: "2023-05-02"),
      Self.report("b", of: "a", source: "Wire", published: "2023-05-01"),
      Self.report(
        "c", of: "a", title: Self.wire.uppercased() + " | News", source: "News",
        published: "2023-05-03"),
      Self.report(
        "d", of: "a", title: "Chips: OpenAI said to be shopping for a maker of them",
        source: "Own", published: "2023-05-03"))
    #expect(try told.ask { try $0.event(1)?.significance } == 2)
    let sources = try told.ask { try $0.sources() }
    #expect(
      sources.map { "\($0.name) \($0.reprints) \($0.reprinted)" } == [
        #"News 1 ["Wire"]"#, "Own 0 []", #"Paper 1 ["Wire"]"#, "Wire 0 []",
      ])
  }

  @Test func `few words, another week and the source itself make no reprint`() throws {
    func significance(_ title: String, _ source: String, _ published: String) throws -> Int? {
      try given(
        Self.report("a", title: title, source: "Wire", published: "2023-05-01"),
        Self.report("b", of: "a", title: title, source: source, published: published)
      ).ask { try $0.event(1)?.significance }
    }
    #expect(try significance("OpenAI releases GPT-4", "Own", "2023-05-01") == 2)
    #expect(try significance(Self.wire, "Own", "2023-05-08") == 1)
    #expect(try significance(Self.wire, "Own", "2023-05-09") == 2)
    #expect(try significance(Self.wire, "Wire", "2023-05-01") == 1)
    #expect(try significance("字节跳动收购芯片公司", "Own", "2023-05-01") == 1)
    #expect(try significance("字节跳动收购芯片业", "Own", "2023-05-01") == 2)
  }

  @Test(arguments: [
    (wire, " | News", 1), ("Chips - " + wire, " | News", 1),
    (wire, " - A paper of the far north", 1),
    (wire, " - A paper of the far north!", 2),
  ])
  func `the name of a source behind a headline is no word of it`(
    title: String, end: String, sources: Int
  ) throws {
    let told = try given(
      Self.report("a", title: title, source: "Wire", published: "2023-05-01"),
      Self.report("b", of: "a", title: title + end, source: "Own", published: "2023-05-01"))
    #expect(try told.ask { try $0.event(1)?.significance } == sources)
  }

  @Test func `of the sources that one reprints the most reprinted comes first`() throws {
    let told = try Given(
      [("a", "One: "), ("c", "Two: "), ("e", "Three: ")].flatMap { event, start in
        [
          Self.report(
            event, title: start + Self.wire, source: event == "a" ? "A" : "B",
            published: "2023-05-01"),
          Self.report(
            event + "1", of: event, title: start + Self.wire, source: "News",
            published: "2023-05-02"),
        ]
      })
    let news = try told.ask { try $0.sources() }.first { $0.name == "News" }
    #expect(news?.reprinted == ["B", "A"])
  }

  @Test func `a rumour came true by a report of its event or by a later stage of its story`() throws
  {
    func link(_ stage: String) -> NewRecord {
      NewRecord(
        id: .naming("link", stage),
        change: .eventsLinked(
          EventLink(
            from: .named("a"), to: .named("b"), stage: stage, score: 1, author: .person, reason: "")
        ))
    }
    func fate(_ facts: NewRecord...) throws -> [Int] {
      let rumour = Self.report("a", stance: .rumoured, source: "Leak", published: "2023-05-01")
      let told = try Given([rumour] + facts)
      let leak = try #require(try told.ask { try $0.sources() }.first { $0.name == "Leak" })
      return [leak.rumours, leak.confirmed, leak.denied]
    }
    let later = Self.report("b", title: "It is done", source: "Wire", published: "2023-06-01")
    #expect(try fate() == [1, 0, 0])
    #expect(try fate(later) == [1, 0, 0])
    #expect(try fate(later, link("confirms")) == [1, 1, 0])
    #expect(try fate(later, link("completes")) == [1, 1, 0])
    #expect(try fate(later, link("denies")) == [1, 0, 1])
    #expect(try fate(later, link("ends")) == [1, 0, 1])
    #expect(try fate(later, link("none")) == [1, 0, 0])
    let same = Self.report("b", of: "a", title: "Yes", source: "Wire", published: "2023-06-01")
    #expect(try fate(same) == [1, 1, 0])
    let no = Self.report(
      "b", of: "a", title: "No", polarity: .denied, source: "Wire", published: "2023-06-01")
    #expect(try fate(no) == [1, 0, 1])
  }
}
