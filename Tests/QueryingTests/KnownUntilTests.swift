import EventLog
import EventModel
import JSONText
import Projections
import Querying
import TestSupport
import Testing

/// Until when the log knows what there is to know of a sequence.
@Suite struct KnownUntilTests {
  /// What is known at the end of 2000 of phases that began in 1970 and 1990, reported so.
  func known(_ facts: NewRecord..., on day: String = "2000-12-31") throws -> String? {
    let history = try History()
    try history.learn(.began("A", "1970-01-01"), at: "1990-01-01")
    for fact in facts { try history.learn(fact, at: "1999-06-01") }
    return try history.ask(on: day) { try $0.forecastInput("s").knownUntil?.day.description }
  }

  func covered(
    _ source: String, _ until: String, by author: Author = .book("b")
  ) -> NewRecord {
    NewRecord(
      id: .naming("covered", source, until),
      change: .coverageStated(
        StatedCoverage(source: source, until: .edtf(until), author: author, reason: "")))
  }

  @Test func `a sequence is known until its last report`() throws {
    #expect(try known() == "1970-01-01")
    #expect(try known(.began("B", "1990-01-01")) == "1990-01-01")
    #expect(try known(.began("B", "1990-01-01", published: "1990-03")) == "1990-03-31")
    #expect(try known(.began("B", "2000-12-31")) == "2000-12-31")
    #expect(try known(.began("B", "2001-01-01")) == "1970-01-01")
  }

  @Test
  func `a book that is complete until a day knows it until then, and no longer than is asked`()
    throws
  {
    #expect(try known(covered("sequence:s", "1995-05-01")) == "1995-05-01")
    #expect(try known(covered("sequence:s", "1969")) == "1970-01-01")
    #expect(try known(covered("sequence:s", "2010")) == "2000-12-31")
    #expect(try known(covered("sequence:t", "1995")) == "1970-01-01")
    #expect(
      try known(covered("sequence:s", "1995"), covered("sequence:s", "1980")) == "1980-12-31")
  }

  static let launches = NewRecord(
    id: .named("d"),
    change: .sequenceDefined(
      SequenceDefinition(
        sequence: "q", title: "Launches", unit: .day, query: "actor:OpenAI type:model-release",
        mention: Mention(source: "hand"))))

  func launch(
    _ name: String, _ day: String, item: String? = nil, source: String = "F"
  ) -> NewRecord {
    var report = Report.told(
      name, type: EventType(rawValue: "model-release"), on: day, by: ["OpenAI"], published: day)
    report = Report(
      event: report.event,
      mention: Mention(
        item: item.map(RecordID.named), source: item == nil ? "Wire" : source,
        published: .edtf(day)))
    return NewRecord(id: .naming("launch", name), change: .eventReported(report))
  }

  func launches(_ items: Int, _ coverage: NewRecord..., on day: String = "2000-12-31") throws
    -> String?
  {
    let history = try History()
    try history.learn(
      Self.launches, .item("11", of: "feed"), .item("12", of: "feed"),
      launch("one", "1999-01-01", item: items > 0 ? "11" : nil),
      launch("two", "1999-03-01", item: items > 1 ? "12" : nil), at: "1999-04-01")
    for fact in coverage { try history.learn(fact, at: "2000-07-01") }
    return try history.ask(on: day) { try $0.forecastInput("q").knownUntil?.day.description }
  }

  @Test func `a feed that told of the query's actors twice in a year tells by its last poll`()
    throws
  {
    let poll = covered("feed", "2000-07-01", by: Author(text: "poll"))
    #expect(try launches(2, poll) == "2000-07-01")
    #expect(try launches(1, poll) == "1999-03-01")
    #expect(try launches(2, covered("other", "2000", by: Author(text: "poll"))) == "1999-03-01")
    #expect(try launches(2, poll, on: "2003-12-31") == "2000-07-01")
  }

  @Test func `a query is known until the last that is known of any who would tell`() throws {
    func until(_ polls: String...) throws -> String? {
      let history = try History()
      try history.learn(
        .item("11", of: "feed"), .item("12", of: "feed"), launch("one", "1999-01-01", item: "11"),
        launch("two", "1999-03-01", item: "12"), at: "1999-04-01")
      for poll in polls {
        try history.learn(covered("feed", poll, by: Author(text: "poll")), at: "1999-06-01")
      }
      return try history.ask(on: "1999-12-31") { question in
        try Inquiry.coverage.answer(
          question, Arguments(["query": ["actor:OpenAI"]], for: .coverage)
        ).json["until"]?.string
      }
    }
    #expect(try until() == "1999-03-01")
    #expect(try until("1999-06-01") == "1999-06-01")
  }

  @Test func `a launch that is only announced does not move the year of its feeds`() throws {
    let poll = covered("feed", "2000-07-01", by: Author(text: "poll"))
    let announced = NewRecord(
      id: .named("9"),
      change: .eventReported(
        .told(
          "Announced", type: EventType(rawValue: "model-release"), on: "2002-01-01",
          by: ["OpenAI"], published: "1999-03-01")))
    #expect(try launches(2, poll, announced) == "2000-07-01")
  }

  @Test(arguments: ["OpenAI", "Open AI"])
  func `claims are known until the last poll of any feed that tells of the actor`(
    named name: String
  ) throws {
    let forecast = NewRecord(
      id: .named("f"),
      change: .forecastIssued(
        ForecastIssue(
          title: "f", forecaster: "x", asOf: CivilDay("1999-01-01")!,
          rule: .metric(actor: name, metric: "revenue", period: .edtf("1999")),
          window: .edtf("1999-05"), mention: Mention(source: "x"))))
    func standing(_ polls: String...) throws -> String? {
      let history = try History()
      try history.learn(
        forecast, .linked("Open AI", .same, of: "OpenAI"), .item("11", of: "one"),
        .item("12", of: "one"), .item("13", of: "two"),
        .item("14", of: "two"), launch("a", "1999-01-01", item: "11", source: "1"),
        launch("b", "1999-01-02", item: "12", source: "1"),
        launch("c", "1999-01-03", item: "13", source: "2"),
        launch("d", "1999-01-04", item: "14", source: "2"), at: "1999-02-01")
      for (feed, poll) in zip(["one", "two"], polls) {
        try history.learn(covered(feed, poll, by: Author(text: "poll")), at: "1999-06-01")
      }
      return try history.ask(on: "1999-06-15") { try $0.ledger().first?.standing.rawValue }
    }
    #expect(try standing("1999-05-30", "1999-05-31") == "overdue")
    #expect(try standing("1999-05-31", "1999-05-30") == "overdue")
    #expect(try standing("1999-05-30", "1999-05-30") == "undecided")
  }

  @Test func `a poll says nothing of the days before it was recorded`() throws {
    let poll = covered("feed", "2000-07-01", by: Author(text: "poll"))
    #expect(try launches(2, poll, on: "2000-06-30") == "1999-03-01")
    #expect(try launches(2, poll, on: "2000-07-01") == "2000-07-01")
  }

  @Test func `a log that ends at a day gives the law of that day however late it is asked`() throws
  {
    let history = try History()
    try history.learn(
      .began("A", "1970-01-01"), .began("B", "1980-01-01"), .began("C", "1986-01-01"),
      .began("D", "1989-01-01"), covered("sequence:s", "1990-05-01"), at: "1990-05-01")
    func answer(_ day: String) throws -> ForecastAnswer {
      try history.ask(on: day) { try ForecastAnswer($0.forecastInput("s")) }
    }
    let (then, later) = (try answer("1990-05-01"), try answer("1991-02-25"))
    #expect(later.issue(position: 5)?.law == then.issue(position: 5)?.law)
    #expect(then.issue(position: 5)?.law?.elapsed ?? 0 > 1)
    let told = later.document()
    #expect(told.title?.hasPrefix("Most likely 199") == true)
    guard case .paragraph(let heading) = told.parts[0], case .paragraph(let why) = told.parts[1]
    else {
      Issue.record("says nothing first")
      return
    }
    #expect(heading.hasPrefix("known until 1990-05-01"))
    #expect(why.contains("300 days") && why.contains("the book b tells all until 1990-05-01"))
  }

  @Test func `a due forecast of a time that the log does not know is undecided`() throws {
    let forecast = NewRecord(
      id: .named("f"),
      change: .forecastIssued(
        ForecastIssue(
          title: "f", forecaster: "x", asOf: CivilDay("1990-01-01")!,
          rule: .nextPhase(sequence: "s", after: "A"), window: .edtf("1991"),
          mention: Mention(source: "x"))))
    func standing(_ until: String, on day: String = "2000-01-01") throws -> String? {
      let history = try History(.began("A", "1970-01-01"), forecast, covered("sequence:s", until))
      return try history.ask(on: day) { try $0.ledger().first?.standing.rawValue }
    }
    #expect(try standing("1991-12-30") == "undecided")
    #expect(try standing("1991-12-31") == "overdue")
    #expect(try standing("1991-12-31", on: "1991-12-31") == "open")
  }
}
