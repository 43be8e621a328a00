import EventLog
import EventModel
import JSONText
import Projections
import TestSupport
import Testing

@testable import Querying

/// Claims of a metric side by side, and the one of each cell that is to be preferred.
@Suite struct ComparisonTests {
  /// A claim of X's revenue.
  func claim(
    _ name: String, _ value: Int, _ unit: String = "USD", of period: String? = "2022",
    by actor: String = "X", title: String? = nil, type: EventType = .financialResult,
    stance: Stance = .reported, polarity: Polarity = .asserted, source: String = "Wire",
    told: String = "2024-01-01", metric: String = "revenue",
    _ change: (inout Amount) -> Void = { _ in }
  ) -> NewRecord {
    var amount = Amount.money(value, unit, metric, of: period)
    change(&amount)
    return .event(
      name, title, type: type, by: [actor], amounts: [amount], stance: stance, polarity: polarity,
      source: source, published: told)
  }

  /// The answer to what is typed, such as `["by": "year"]`.
  func compare(
    _ facts: [NewRecord], _ arguments: [String: String] = [:], metric: String = "revenue"
  ) throws -> Document {
    let history = try History()
    try history.store.append(facts)
    let values = arguments.mapValues { [$0] }.merging(["metric": [metric]]) { $1 }
    let tables = FigureTables(
      rates: try Rates(reading: "year\tCNY\tEUR\n2021\t6\t1\n2022\t7\t0.5\n", source: "Test"),
      fiscalYears: try FiscalYears(
        reading: "actor\tlast month\tnamed by\nX\t3\tend\nSony\t3\tstart\n"))
    return try history.store.store.ask { snapshot in
      let question = Question(snapshot, asOf: CivilDay("2026-11-23")!, tables: { tables })
      return try Inquiry.compare.answer(question, Arguments(values, for: .compare))
    }
  }

  /// `X USD 2022=$3`: the matrix by years as people see it.
  func matrix(
    _ facts: NewRecord..., by interval: String = "year", currency: String? = nil,
    show: String? = nil, metric: String = "revenue"
  ) throws -> [String] {
    let document = try compare(
      facts,
      ["by": interval, "currency": currency, "show": show].compactMapValues { $0 }, metric: metric)
    return cells(document)
  }

  func cells(_ document: Document) -> [String] {
    guard case .table(let table) = document.parts[0] else { return [] }
    return table.rows.map { row in
      let shown = table.columns.filter { $0.audience != .programs && $0.title != "unit" }
        .map { ($0.title, $0.cell(row).shown) }
      return shown.map { $0 == "actor" ? $1 : "\($0)=\($1)" }.joined(separator: " ")
    }
  }

  @Test func `of a cell's claims the exact, then the firm, then the actual, then the last counts`()
    throws
  {
    let loose: (inout Amount) -> Void = { $0.approximate = true }
    #expect(
      try matrix(claim("a", 1, stance: .official, loose), claim("b", 2)) == ["X 2022=$2"])
    #expect(try matrix(claim("a", 1), claim("b", 2, stance: .official)) == ["X 2022=$2"])
    #expect(try matrix(claim("a", 1), claim("b", 2, stance: .rumoured)) == ["X 2022=$1"])
    #expect(
      try matrix(claim("a", 1, told: "2023-01-01"), claim("b", 2, told: "2022-06-01"))
        == ["X 2022=$1"])
    #expect(
      try matrix(
        claim("a", 1, type: .init(rawValue: "forecast")), claim("b", 2, told: "2023-12-01"))
        == ["X 2022=$2"])
    #expect(
      try matrix(claim("a", 2, told: "2024-02-01"), claim("b", 1, told: "2024-01-01"))
        == ["X 2022=$2"])
    for bound in [Bound.over, .atMost] {
      #expect(
        try matrix(claim("a", 1) { $0.bound = bound }, claim("b", 2, stance: .rumoured))
          == ["X 2022=$2¶"])
    }
  }

  @Test func `a figure said before its year had ended is guidance, a valuation never`() throws {
    #expect(try matrix(claim("a", 5, told: "2022-05-15")) == ["X 2022=$5§"])
    #expect(try matrix(claim("a", 5, told: "2022-12-31")) == ["X 2022=$5"])
    #expect(try matrix(claim("a", 5, told: "2023-01-01")) == ["X 2022=$5"])
    #expect(
      try matrix(claim("a", 5, told: "2022-05-15", metric: "valuation"), metric: "valuation")
        == ["X 2022=$5"])
  }

  @Test func `what is said of the very day is no guidance`() throws {
    let today = claim("a", 5, of: "2024-01-01", told: "2024-01-01", metric: "valuation")
    #expect(try matrix(today, metric: "valuation") == ["X 2024=$5"])
  }

  @Test func `what is denied stands in no cell, and is counted`() throws {
    let document = try compare(
      [claim("a", 1), claim("b", 2, stance: .official, polarity: .denied)], ["by": "year"])
    #expect(cells(document) == ["X 2022=$1"])
    #expect(document.json["notes"]?.elements?.first == "1 claim is denied")
    #expect(try compare([claim("a", 1, polarity: .denied)], ["show": "best"]).rows.isEmpty)
  }

  @Test func `a rumour that another stage of its story has followed gives way to it`() throws {
    let link = EventLink(
      from: .named("a"), to: .named("b"), stage: "confirms", score: 1, author: .person, reason: "")
    let linked = NewRecord(id: .named("c"), change: .eventsLinked(link))
    let later = claim("b", 2, told: "2024-02-01") { $0.approximate = true }
    #expect(try matrix(claim("a", 1, stance: .rumoured), later) == ["X 2022=$1¶"])
    #expect(try matrix(claim("a", 1, stance: .rumoured), later, linked) == ["X 2022=~$2"])
  }

  @Test func `a year's column takes years, and of what is measured at a moment its last`() throws {
    #expect(try matrix(claim("a", 1, of: "2022-Q4")) == [])
    #expect(try matrix(claim("a", 1, of: "2022-Q4"), by: "quarter") == ["X 2022Q4=$1"])
    #expect(try matrix(claim("a", 1, of: "2022"), by: "quarter") == [])
    #expect(try matrix(claim("a", 1, of: "2021/2022")) == [])
    #expect(try matrix(claim("a", 1, of: nil)) == [])
    for period in ["2022-03-01", "2022-03", "2022-Q1"] {
      let valued = claim("a", 1, of: period, metric: "valuation")
      #expect(try matrix(valued, metric: "valuation") == ["X 2022=$1"])
    }
    let long = claim("a", 1, of: "2021/2022", metric: "valuation")
    #expect(try matrix(long, metric: "valuation") == [])
    let notes = try compare([claim("a", 1, of: "2022-Q4")], ["by": "year"]).json["notes"]
    #expect(
      notes?.elements == ["1 claim is of no whole year: without --by it is shown"])
  }

  @Test func `fiscal years stand where most of their days lie, and give way to calendar years`()
    throws
  {
    let inWords = claim("a", 1, of: "2023", title: "Fiscal 2023 revenue")
    #expect(try matrix(inWords) == ["X 2022=$1†"])
    let document = try compare([inWords])
    #expect(document.rows[0]["period"] == "2023")
    #expect(document.rows[0]["fiscal"] == "2022-04/2023-03")
    for title in ["2023财年营收", "FY23 revenue", "FY 2023: up"] {
      #expect(try matrix(claim("a", 1, of: "2023", title: title)) == ["X 2022=$1†"])
    }
    for title in ["Revenue of 2023", "Fyn County's revenue"] {
      #expect(try matrix(claim("a", 1, of: "2023", title: title)) == ["X 2023=$1"])
    }
    #expect(try matrix(claim("a", 1, of: "2022-04/2023-03")) == ["X 2022=$1†"])
    let ended = claim("a", 1, of: "2023", title: "Fiscal 2023 revenue", told: "2023-05-18")
    #expect(try matrix(ended) == ["X 2022=$1†"])
    #expect(
      try matrix(claim("a", 1, of: "2022-04/2023-03", stance: .official), claim("b", 2))
        == ["X 2022=$2"])
    #expect(
      try matrix(claim("a", 1, of: "2023", by: "Sony", title: "Fiscal 2023", told: "2024-05-01"))
        == ["Sony 2023=$1†"])
    #expect(
      try matrix(claim("a", 1, of: "2023-Q4", title: "Q4 FY23"), by: "quarter")
        == ["X 2023Q1=$1†"])
    #expect(
      try matrix(claim("a", 1, of: "2023-01-30/2023-04-30"), by: "quarter") == ["X 2023Q1=$1†"])
  }

  @Test func `an official figure that differs from an earlier one is restated`() throws {
    func official(_ name: String, _ value: Int, _ told: String) -> NewRecord {
      claim(name, value, stance: .official, told: told)
    }
    #expect(
      try matrix(official("a", 853, "2023-05-01"), official("b", 861, "2024-05-01"))
        == ["X 2022=$861‡"])
    #expect(
      try matrix(official("a", 850, "2023-05-01"), official("b", 853, "2024-05-01"))
        == ["X 2022=$853"])
    #expect(
      try matrix(official("a", 850, "2023-05-01"), official("b", 855, "2024-05-01"))
        == ["X 2022=$855"])
    #expect(
      try matrix(official("a", 853, "2024-05-01"), official("b", 861, "2024-05-01"))
        == ["X 2022=$861"])
    let rows = try compare(
      [official("a", 853, "2023-05-01"), official("b", 861, "2024-05-01"), claim("c", 9)]
    ).rows
    #expect(rows.map { $0["restates"] } == [.null, "853", .null])
  }

  @Test func `the same claim told twice is one row with two sources, unless all are asked for`()
    throws
  {
    let facts = [
      claim("a", 5, source: "One"), claim("b", 5, stance: .official, source: "Two"),
      claim("c", 5, source: "Two"), claim("d", 6, source: "One"),
      claim("e", 5, polarity: .denied), claim("f", 5, of: "2021"), claim("g", 5, "EUR"),
    ]
    let rows = try compare(facts).rows
    #expect(rows.map { $0["sources"]?.elements?.count } == [1, 2, 1, 1, 1])
    #expect(rows[1]["stance"] == "official")
    #expect(rows[1]["sources"]?.elements?.map { $0["source"] } == ["One", "Two"])
    #expect(try compare(facts, ["show": "all"]).rows.count == 7)
  }

  @Test func `reports of one event say the same where one of them leaves the day out`() throws {
    let one = NewRecord.event("a", on: "2023-05-15", by: ["X"], amounts: [.money(1)])
    let other = NewRecord.mention("b", of: "a", by: ["X"], amounts: [.money(1)], source: "Two")
    #expect(try compare([one, other]).rows.count == 1)
    let apart = NewRecord.event("c", by: ["X"], amounts: [.money(1)], source: "Two")
    #expect(try compare([one, apart]).rows.count == 2)
    let sameDay = NewRecord.event("d", on: "2023-05-15", by: ["X"], amounts: [.money(1)])
    #expect(try compare([one, sameDay]).rows.count == 1)
  }

  @Test func `every claim of a cell is shown when asked for, the preferred one first`() throws {
    let document = try compare(
      [claim("a", 1), claim("b", 2, stance: .official), claim("c", 9, of: "2021")],
      ["by": "year", "show": "all"])
    #expect(cells(document) == ["X 2021=$9 2022=$2", "X 2021= 2022=$1"])
    #expect(document.rows.map { $0["rank"] } == [1, 2])
    let best = try compare([claim("a", 1), claim("b", 2, stance: .official)], ["by": "year"])
    #expect(
      best.json["notes"]?.elements == ["1 cell has claims that differ: --all shows them"])
  }

  @Test func `the best of a list is one an actor, unit and time`() throws {
    let rows = try compare(
      [
        claim("a", 1), claim("b", 2, stance: .official), claim("c", 9, of: "2021"),
        claim("d", 3, "EUR"), claim("e", 4, by: "Y"),
      ], ["show": "best"]
    ).rows
    #expect(
      rows.map { "\($0["actor"]!.string!) \($0["value"]!.string!)" } == [
        "X 9", "X 2", "X 3", "Y 4",
      ])
  }

  @Test func `without a currency each has its row, with one all are converted that can be`() throws
  {
    let facts = [claim("a", 70, "CNY"), claim("b", 3, "USD", of: "2021"), claim("c", 4, "ZAR")]
    #expect(
      cells(try compare(facts, ["by": "year"])) == [
        "X 2021=$3 2022=", "X 2021= 2022=CN¥70", "X 2021= 2022=ZAR 4",
      ])
    let document = try compare(facts, ["by": "year", "currency": "usd"])
    #expect(cells(document) == ["X 2021=$3 2022=$10*", "X 2021= 2022=ZAR 4"])
    let cell = try #require(document.rows[0]["cells"]?.elements?.last)
    #expect(cell["value"] == "70" && cell["currency"] == "CNY")
    let converted = try #require(cell["converted"])
    #expect(converted["value"] == "10" && converted["currency"] == "USD")
    #expect(converted["year"] == 2022 && converted["source"] == "Test")
    #expect(
      document.json["notes"]?.elements?.first == "* converted at the average rates of 2022 (Test)")
  }

  @Test func `what is stated in the currency is preferred to what was converted`() throws {
    #expect(
      try matrix(claim("a", 70, "CNY", told: "2024-02-01"), claim("b", 11), currency: "USD")
        == ["X 2022=$11"])
  }

  @Test func `a fall is a fall in every spelling`() throws {
    let fall = claim("a", 1, "percent", metric: "revenue_growth") { amount in
      amount.kind = .percent
      amount.direction = "down"
    }
    #expect(try matrix(fall, metric: "revenue_growth") == ["X 2022=-1 %"])
    let document = try compare([fall], ["by": "year"], metric: "revenue_growth")
    guard case .table(let table) = document.parts[0] else { return }
    let column = try #require(table.columns.first { $0.title == "2022" })
    #expect(column.cell(table.rows[0]).plain == "-1")
    let loss = claim("a", 70, "CNY", of: "2022") { $0.direction = "down" }
    #expect(try matrix(loss, currency: "USD") == ["X 2022=-$10*"])
  }

  @Test func `who nobody is called, and a currency without rates, name the nearest`() throws {
    #expect(
      throws: QueryError("nobody is called “Xy”", hint: "did you mean “X”?")
    ) { try compare([claim("a", 1)], ["actors": "Xy"]) }
    #expect(throws: QueryError.self) { try compare([claim("a", 1)], ["currency": "XYZ"]) }
  }
}
