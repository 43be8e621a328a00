import JSONText
import EventLog
import EventModel
import Projections
import TestSupport
import Testing

/// What questions find.
@Suite struct QuerySpecs {
  @Test func `a period finds the events that overlap it by a day`() throws {
    let told = try given(
      .event("a", on: "2023-05-01"), .event("b", on: "2023-05"), .event("c", on: "2023"),
      .event("d", on: "2023-05/.."), .event("e", on: "../2023-05"), .event("f"))
    #expect(try told.found(from: "2023-05-31") == ["d", "c", "b", "e"].sorted(by: >))
    #expect(try told.found(from: "2023-06-01") == ["d", "c"])
    #expect(try told.found(to: "2023-05-01") == ["e", "d", "c", "b", "a"])
    #expect(try told.found(to: "2023-04-30") == ["e", "c"])
    #expect(try told.found(from: "2023-05-01", to: "2023-05-01") == ["e", "d", "c", "b", "a"])
    #expect(try told.found(from: "2024-01-01", to: "2024-12-31") == ["d"])
  }

  @Test func `an event is found where it is dated now, not where it was dated before`() throws {
    let told = try given(.event("a", on: "2023-05"), .mention("b", of: "a", on: "2023-05-31"))
    #expect(try told.found(to: "2023-05-10") == [])
    #expect(try told.found(at: 1, to: "2023-05-10") == ["a"])
    let shorter = try given(
      .event("a", on: "2023-05"), .corrected("a", ["date": "2023-05-01"]))
    #expect(try shorter.found(from: "2023-05-10") == [])
    let split = try given(
      .event("a", on: "2023-05"), .mention("b", of: "a", on: "2023-05-31"), .split("b"))
    #expect(try split.found(to: "2023-05-10") == ["a"])
  }

  @Test func `a merged event is dated by the one that it was merged into`() throws {
    let told = try given(
      .event("a", on: "2020", polarity: .denied), .event("b", on: "2023"), .merged("a", into: "b"))
    #expect(try told.found(from: "2023-01-01") == ["b"])
  }

  /// A date that begins long before a period reaches into it by its last day alone.
  @Test(arguments: [
    ("2023-01-01/2023-02-01", "2023-02-01"), ("2023-01-01/2023-02-02", "2023-02-02"),
    ("2023-01-01/2024-01-02", "2024-01-02"), ("2023-01-01/2024-01-03", "2024-01-03"),
    ("2000/2023", "2023-12-31"), ("1999-12-31", "1999-12-31"),
  ])
  func `a long date reaches to its last day`(date: String, day: String) throws {
    let told = try given(.event("a", on: date))
    #expect(try told.found(from: day) == ["a"])
    let next = CivilDay(day)!.advanced(by: 1).description
    #expect(try told.found(from: next) == [])
  }

  @Test func `events are told by the day they happened, or newest first, and no more than asked`()
    throws
  {
    let told = try given(
      .event("a", on: "2023-05-02"), .event("b", on: "2023-05-01"), .event("c", on: "2023-05-02"),
      .mention("d", of: "a", on: "2023-05-02"))
    #expect(try told.found(order: .occurred) == ["b", "a", "c"])
    #expect(try told.found(order: .recorded) == ["c", "b", "a"])
    #expect(try told.found(order: .recorded, limit: 2) == ["c", "b"])
    #expect(try told.found(order: .occurred, limit: 1) == ["b"])
    #expect(try told.found(limit: 0) == [])
  }

  @Test func `the next page begins behind an event as it was dated then`() throws {
    let told = try given(
      .event("a", on: "2023-05-01"), .event("b", on: "2023-05-02"), .event("c", on: "2023-05-03"),
      .corrected("a", ["date": "2023-05-03"]))
    func behindTheFirst(at position: Int64? = nil) throws -> [String] {
      try told.ask(at: position) { snapshot in
        try snapshot.events(matching: ReportFilter(), order: .occurred, after: 1).map(\.id.name)
      }
    }
    #expect(try behindTheFirst() == ["c"])
    #expect(try behindTheFirst(at: 3) == ["b", "c"])
  }

  @Test func `the next page behind what has no first day begins with the next of those`() throws {
    let told = try given(
      .event("a"), .event("b"), .event("c", on: "../2023-05"), .event("d", on: "2023-05-01"))
    func behind(_ event: Int64) throws -> [String] {
      try told.ask { snapshot in
        try snapshot.events(matching: ReportFilter(), order: .occurred, after: event).map(\.id.name)
      }
    }
    #expect(try behind(1) == ["b", "c", "d"])
    #expect(try behind(3) == ["d"])
  }

  @Test func `what is in scope again counts as hidden no longer`() throws {
    let told = try given(
      .event("a"), .corrected("a", ["scope": .number(0.1)]),
      .corrected("a", ["scope": .number(0.9)]))
    let hidden = try (1...3).map { position in
      try told.ask(at: position) { try $0.eventCounts().hidden }
    }
    #expect(hidden == [0, 1, 0])
  }

  @Test func `all keys must hold of one report, one value of a key is enough`() throws {
    let told = try given(
      .event("a", by: ["OpenAI"], stance: .rumoured), .mention("b", of: "a", by: ["百度"]),
      .event("c", by: ["SenseTime"], stance: .official))
    #expect(try told.found { $0.actors = ["OpenAI", "SenseTime"] } == ["c", "a"])
    #expect(
      try told.found {
        $0.actors = ["百度"]
        $0.stances = [.rumoured]
      } == [])
    #expect(try told.found { $0.stances = [.reported] } == ["a"])
  }

  @Test func `amounts are found by their metric, and by any of the sizes asked for`() throws {
    let told = try given(
      .event("a", by: ["X"], amounts: [.money(1)]), .event("b", by: ["X"], amounts: [.money(5)]),
      .event("c", by: ["X"], amounts: [.money(9, "USD", "valuation")]))
    func found(_ sizes: AmountCondition...) throws -> [String] {
      try told.found { $0.amounts = sizes }
    }
    #expect(try told.found { $0.metrics = ["revenue"] } == ["b", "a"])
    let (small, large) = (
      AmountCondition(.under, ExactDecimal(2), unit: nil),
      AmountCondition(.over, ExactDecimal(7), unit: "USD")
    )
    #expect(try found(small) == ["a"])
    #expect(try found(small, large) == ["c", "a"])
  }

  @Test func `an exclusion removes the events one of whose reports fits it`() throws {
    let told = try given(
      .event("a"), .mention("b", of: "a", stance: .rumoured), .event("c"))
    var rumours = ReportFilter()
    rumours.stances = [.rumoured]
    #expect(try told.found(except: [rumours]) == ["c"])
    #expect(try told.found(at: 1, except: [rumours]) == ["a"])
    #expect(try told.found(except: [ReportFilter()]) == ["c", "a"])
  }

  @Test func `retracted reports are found by nothing`() throws {
    let told = try given(
      .event("a", by: ["OpenAI"]), .mention("b", of: "a", "Wort", by: ["百度"]), .retracted("b"))
    #expect(try told.found { $0.actors = ["百度"] } == [])
    #expect(try told.found { $0.words = ["Wort"] } == [])
    #expect(try told.found(at: 2) { $0.actors = ["百度"] } == ["a"])
    let denied = try given(
      .event("a"), .mention("b", of: "a", stance: .official, polarity: .denied), .retracted("b"))
    #expect(try denied.found { $0.stances = [.official] } == [])
    #expect(try denied.found { $0.polarities = [.denied] } == [])
    #expect(try denied.found(at: 2) { $0.polarities = [.denied] } == ["a"])
  }

  @Test func `amounts are compared with their ends, in their unit`() throws {
    let told = try given(
      .event("a", by: ["X"], amounts: [.money(5)]),
      .event("b", by: ["X"], amounts: [.money(5, "CNY")]))
    func found(_ relation: AmountCondition.Relation, _ value: Int, _ unit: String?) throws
      -> [String]
    {
      try told.found {
        $0.amounts = [AmountCondition(relation, ExactDecimal(value), unit: unit)]
      }
    }
    #expect(try found(.atLeast, 5, "USD") == ["a"])
    #expect(try found(.over, 5, nil) == [])
    #expect(try found(.over, 4, nil) == ["b", "a"])
    #expect(try found(.atMost, 5, "CNY") == ["b"])
    #expect(try found(.under, 5, nil) == [])
    #expect(try found(.under, 6, "EUR") == [])
  }

  @Test func `languages are told by two letters, ids by their beginning`() throws {
    func told(_ name: String, in language: String) -> NewRecord {
      let report = Report(
        event: Event(type: .funding, title: name), mention: Mention(source: "s", language: language)
      )
      return NewRecord(id: .named(name), change: .eventReported(report))
    }
    let both = try given(told("a", in: "zh-Hans"), told("b", in: "en"))
    #expect(try both.found { $0.languages = ["zh"] } == ["a"])
    #expect(try both.found { $0.ids = ["A0"] } == ["a"])
    #expect(try both.found { $0.ids = ["c0"] } == [])
  }

  @Test func `Chinese is found by any run of its characters, other words whole`() throws {
    let told = try given(.event("a", "百度发布文心大模型 Ernie"), .event("b", "百合度"))
    for words in [["文心"], ["度"], ["大模型", "百度"], ["ernie"]] {
      #expect(try told.found { $0.words = words }.contains("a"), "\(words)")
    }
    for words in [["文模"], ["Erni"], ["百度", "奥"], ["心文"]] {
      #expect(try told.found { $0.words = words } == [], "\(words)")
    }
    #expect(try told.found { $0.words = ["百度"] } == ["a"])
  }

  @Test func `characters at the edges of the Han blocks stand alone`() throws {
    for character in ["\u{3400}", "\u{9FFF}", "\u{20000}", "\u{3FFFF}"] {
      let told = try given(.event("a", "x\(character)x"))
      #expect(try told.found { $0.words = ["x"] } == ["a"], "\(character)")
    }
    for letter in ["\u{A000}", "か", "\u{10400}"] {
      let told = try given(.event("a", "x\(letter)x"))
      #expect(try told.found { $0.words = ["x"] } == [], "\(letter)")
    }
  }

  @Test func `a search finds what was told by then, in the words of then`() throws {
    let told = try given(
      .event("a", "alpha"), .corrected("a", ["title": "beta"]), .mention("b", of: "a", "gamma"))
    func found(_ word: String, at position: Int64) throws -> Bool {
      try told.found(at: position, order: .relevance) { $0.words = [word] } == ["a"]
    }
    #expect(try [1, 2, 3].map { try found("alpha", at: $0) } == [true, false, false])
    #expect(try [1, 2, 3].map { try found("beta", at: $0) } == [false, true, true])
    #expect(try [1, 2, 3].map { try found("gamma", at: $0) } == [false, false, true])
  }

  @Test func `the best fit comes first, then the later day, then what was learned later`() throws {
    let told = try given(
      .event("a", "one word", on: "2023-05-02"), .event("b", "one word", on: "2023-05-03"),
      .event("c", "one word", on: "2023-05-02"), .event("d", "one one one", on: "2022-01-01"),
      .event("e", "another"))
    #expect(try told.found(order: .relevance) { $0.words = ["one"] } == ["d", "b", "c", "a"])
    #expect(try told.found(order: .recorded) { $0.words = ["one"] } == ["d", "c", "b", "a"])
    #expect(try told.found(order: .occurred) { $0.words = ["one"] } == ["d", "a", "c", "b"])
    #expect(try told.found(order: .relevance, limit: 2) { $0.words = ["one"] } == ["d", "b"])
    #expect(
      try told.found(from: "2023-01-01", order: .relevance) { $0.words = ["one"] } == [
        "b", "c", "a",
      ])
    #expect(try told.found(order: .relevance, limit: 2) == ["e", "d"])
  }

  @Test func `an event fits as well as its best report, in the words of the time`() throws {
    let poor = "one of a great many other things that were told at length on that long day"
    let best = try given(
      .event("a", "one one one"), .mention("b", of: "a", poor), .event("c", "one one x"))
    #expect(try best.found(order: .relevance) { $0.words = ["one"] } == ["a", "c"])
    let worse = try given(
      .event("c", "one one x"), .event("a", "one one one"),
      .corrected("a", ["title": .string(poor)]))
    #expect(try worse.found(at: 2, order: .relevance) { $0.words = ["one"] } == ["a", "c"])
    #expect(try worse.found(order: .relevance) { $0.words = ["one"] } == ["c", "a"])
  }

  @Test func `a headline that repeats the title weighs once`() throws {
    func told(_ name: String, _ day: String, headline: String?) -> NewRecord {
      let event = Event(type: .funding, title: "one word", date: .edtf(day))
      return NewRecord(
        id: .named(name),
        change: .eventReported(Report(event: event, mention: Mention(source: "s", title: headline)))
      )
    }
    let both = try given(
      told("a", "2023-05-01", headline: "one word"), told("b", "2023-05-02", headline: nil),
      .event("c", "other"))
    #expect(try both.found(order: .relevance) { $0.words = ["one"] } == ["b", "a"])
  }

  @Test func `a quote in a word is no syntax`() throws {
    let told = try given(.event("a", #"the b"g one"#))
    #expect(try told.found { $0.words = [#"b"g"#] } == ["a"])
    let marked = try given(.event("a", "the b\"\u{30C}g one"))
    #expect(try marked.found { $0.words = ["b\"\u{30C}g"] } == ["a"])
  }

  @Test func `digits that name an event twice name it once`() throws {
    let told = try given(.event("abcd1"), .mention("abcd2", of: "abcd1"), .event("abce"))
    #expect(try told.ask { try $0.events(named: "abcd") } == [1])
    #expect(try told.ask { try $0.events(named: "abc") }.sorted() == [1, 3])
  }

  @Test func `events, reports and claims are counted as they were`() throws {
    let told = try given(
      .event("a", by: ["X"], amounts: [.money(1), .money(2)]), .mention("b", of: "a"), .event("c"),
      .retracted("a"))
    func counts(at position: Int64) throws -> [Int] {
      let counts = try told.ask(at: position) { try $0.eventCounts() }
      return [counts.events, counts.accounts, counts.measures]
    }
    #expect(
      try (0...4).map { try counts(at: $0) }
        == [[0, 0, 0], [1, 1, 2], [1, 2, 2], [2, 3, 2], [2, 2, 0]])
    let gone = try given(.event("a"), .retracted("a"))
    #expect(try gone.ask { try $0.eventCounts() }.events == 0)
  }

  @Test func `what lies outside the industry is listed where it is asked for, or once told inside`()
    throws
  {
    let outside = NewRecord.corrected("b", ["scope": .number(0.49)])
    let told = try given(.event("a"), .event("b"), outside, .mention("c", of: "b", by: ["X"]))
    #expect(try told.found(at: 2) == ["b", "a"])
    #expect(try told.found(at: 3) == ["a"])
    let all = try told.ask(at: 3) {
      try $0.inAnyScope().events(matching: ReportFilter(), order: .recorded)
    }
    #expect(all.map(\.event.title) == ["b", "a"])
    #expect(try told.ask(at: 3) { try $0.eventCounts() }.hidden == 1)
    #expect(
      try told.ask(at: 3) { try $0.event(2) }?.event.scope == 0.49, "by its number it is there")
    #expect(try told.found() == ["b", "a"])
    let line = try given(.event("a"), .corrected("a", ["scope": .number(0.5)]))
    #expect(try line.found() == ["a"])
  }

  @Test func `no claim is listed of what lies outside the industry`() throws {
    let told = try given(
      .event("a", by: ["X"], amounts: [.money(1)]), .corrected("a", ["scope": .number(0.1)]))
    func claims(_ seen: (Snapshot) -> Snapshot = { $0 }, at position: Int64 = 2) throws -> Int {
      try told.ask(at: position) {
        try seen($0).claims(of: "revenue", by: ["X"], from: nil, to: nil).count
      }
    }
    #expect(try claims(at: 1) == 1)
    #expect(try claims() == 0)
    #expect(try claims { $0.inAnyScope() } == 1)
  }

  @Test func `the span reaches from the earliest day to the latest`() throws {
    let told = try given(.event("a", on: "2023-05"), .event("b", on: "2022"), .event("c"))
    let span = try told.ask { try $0.eventSpan() }
    #expect(span?.oldest.description == "2022-01-01")
    #expect(span?.newest.description == "2023-05-31")
    #expect(try told.ask(at: 0) { try $0.eventSpan() } == nil)
  }

  @Test func `an actor is known by its name, else but for case, once it was told of`() throws {
    let told = try given(.event("a", by: ["OpenAI"]), .event("b", by: ["OPENAI"]))
    #expect(try told.ask { try $0.actorName("OPENAI") } == "OPENAI")
    #expect(try told.ask { try $0.actorName("openai") } == "OpenAI")
    #expect(try told.ask(at: 1) { try $0.actorName("OPENAI") } == "OpenAI")
    #expect(try told.ask(at: 0) { try $0.actorName("openai") } == nil)
    #expect(try told.ask { try $0.actorName("Open") } == nil)
  }

  @Test func `reports are found by the last day of their publication`() throws {
    let told = try given(
      .event("a", published: "2023-05-31"), .mention("b", of: "a", published: "2023-05"),
      .event("c", published: "2023-05-30"), .event("d", published: "2023-05-31"), .retracted("d"))
    let day = CivilDay("2023-05-31")!
    #expect(try told.ask { try $0.names(.ofOthers, of: day) } == ["a", "b"])
    #expect(try told.ask(at: 4) { try $0.names(.ofOthers, of: day) }.count == 3)
  }

  @Test func `the first report of an item is its headline, and what has not happened is pending`()
    throws
  {
    func coded(_ name: String, of item: String, _ stance: Stance) -> NewRecord {
      let report = Report.told(name, stance: stance, published: "2023-05-31")
      let mention = Mention(
        item: .named(item), source: "Wire", published: report.mention.published)
      return NewRecord(
        id: .named(name), change: .eventReported(Report(event: report.event, mention: mention)))
    }
    let told = try given(
      .event("e", stance: .rumoured, published: "2023-05-31"),
      .item("1a"), .item("1b"), coded("a", of: "1a", .reported), coded("b", of: "1a", .rumoured),
      coded("c", of: "1b", .rumoured), coded("d", of: "1b", .reported), .retracted("c"))
    let day = CivilDay("2023-05-31")!
    func names(_ which: Headlines, at position: Int64? = nil) throws -> [String] {
      try told.ask(at: position) { try $0.names(which, of: day) }
    }
    #expect(try names(.ofItems, at: 7) == ["a", "c"])
    #expect(try names(.pending, at: 7) == ["c"])
    #expect(try names(.ofItems) == ["a", "d"])
    #expect(try names(.pending) == [])
    #expect(try names(.ofOthers) == ["e"])
  }
}

extension Snapshot {
  fileprivate func names(_ which: Headlines, of day: CivilDay) throws -> [String] {
    try headlines(which, publishedIn: day.number...day.number).map { try id(at: $0)!.name }
  }
}
