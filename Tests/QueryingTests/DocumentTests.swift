import EventLog
import EventModel
import Forecasting
import JSONText
import Projections
import TestSupport
import Testing

@testable import Querying

/// Numbers and typed cells, as programs read them and as people do.
@Suite struct DocumentTests {
  @Test(arguments: [
    ("1e-07", "0.0000001"), ("1.5e-05", "0.000015"), ("1.25e+20", "125000000000000000000"),
    ("-3e2", "-300"), ("12.50", "12.50"), ("540000000", "540000000"),
    ("1.552365e12", "1552365000000"), ("1e-1", "0.1"), ("1.250e1", "12.5"),
  ])
  func `a number has plain digits and no exponent`(literal: String, digits: String) {
    #expect(Numerals.plain(literal) == digits)
  }

  @Test func `a double is told exactly to programs and shortly to people`() {
    #expect(Cell.decimal(1.0 / 3).plain == "0.3333333333333333")
    #expect(Cell.decimal(1.0 / 3).shown == "0.333")
    #expect(Cell.decimal(40).plain == "40")
    #expect(Cell.decimal(1_552_365_258_080).plain == "1552365258080")
    #expect(Cell.decimal(1_552_365_258_080).shown == "1,552,365,258,080")
    #expect(Cell.decimal(0).shown == "0")
    #expect(Cell.decimal(1e18).plain == "1000000000000000000")
    #expect(Cell.decimal(2e19).plain == "20000000000000000000")
    #expect(Cell.decimal(.infinity).plain == "")
    #expect(Cell.share(0.0862).plain == "0.0862")
    #expect(Cell.share(0.0862).shown == "8.6 %")
  }

  @Test(arguments: [
    (0, "0 bytes"), (1, "1 byte"), (999, "999 bytes"), (1000, "1 kB"), (999_499, "999 kB"),
    (999_500, "1 MB"), (12_943_360, "12.9 MB"), (5_000_000_000_000_000, "5000 TB"),
  ])
  func `a size has three digits and a unit`(count: Int64, told: String) {
    #expect(Numerals.bytes(count) == told)
  }

  @Test func `a computed number has twelve digits, a huge or tiny one its own`() {
    #expect(Numerals.rounded(0.1 + 0.2) == 0.3)
    #expect(Numerals.rounded(-123.456789012345) == -123.456789012)
    #expect(abs(Numerals.rounded(6.66666666666e-12 - 4e-25) - 6.66666666666e-12) < 1e-25)
    for own in [3.33333333333333e-13, 1_000_000_000_000.25, 0] {
      #expect(Numerals.rounded(own) == own)
    }
  }

  @Test(arguments: [
    ("0", "0"), ("999", "999"), ("1000", "1,000"), ("-1000", "-1,000"), ("-999", "-999"),
    ("1234567.891", "1,234,567.891"), ("100000", "100,000"), ("+1000", "+1,000"),
  ])
  func `people see groups of three`(literal: String, shown: String) {
    #expect(Numerals.grouped(literal) == shown)
  }

  @Test func `people see no exponent from a ten-thousandth to a million million million`() {
    #expect(Numerals.short(1e6) == "1,000,000")
    #expect(Numerals.short(1e18) == "1e+18")
    #expect(Numerals.short(0.0012345) == "0.00123")
    #expect(Numerals.short(1e-5) == "1e-05")
    #expect(Numerals.short(-2.5) == "-2.5")
    #expect(Numerals.short(5) == "5")
    #expect(Numerals.plain("1e400").utf8.count == 401)
    #expect(Numerals.plain("1e401") == "1e401")
  }

  @Test(arguments: [
    (1.552e12, "1.55 trillion"), (999, "999"), (9.994e14, "999 trillion"),
    (5e26, "5 × 10^26"), (9.994e15, "9.99 × 10^15"), (9.996e15, "1 × 10^16"), (-2e15, "-2 × 10^15"),
  ])
  func `a huge number is told by its size`(value: Double, told: String) {
    #expect(Numerals.told(value) == told)
  }

  @Test func `backtests of several sets say which set a row is of`() throws {
    let backtest = Backtest(
      targets: [], priors: BacktestPriors(ReferenceClass([]), cut: .year, isNeeded: false))
    func sets(_ names: String...) throws -> [Audience] {
      let document = Document(names.map { ($0, backtest) }, asOf: CivilDay("2020-01-01")!)
      guard case .table(let table)? = document.parts.first else { return [] }
      return table.columns.filter { $0.title == "set" }.map(\.audience)
    }
    #expect(try sets("embedded") == [.programs])
    #expect(try sets("embedded", "mine") == [.people, .programs])
  }

  private func amount(_ more: KeyValuePairs<String, JSON?>) throws -> StatedAmount {
    let base = JSON.object(["value": "1200", "unit": "gpu"])
    return try #require(
      StatedAmount(.object((base.members ?? []) + (JSON.object(more).members ?? []))))
  }

  @Test func `an amount says how sure it is, and which way it went`() throws {
    #expect(try amount([:]).number == "1,200")
    #expect(try amount(["approx": true]).number == "~1,200")
    #expect(try amount(["bound": "at_least", "approx": true]).number == "≥1,200")
    #expect(try amount(["direction": "down"]).number == "-1,200")
    #expect(try amount(["direction": "up"]).number == "+1,200")
    #expect(try amount(["range": .strings(["1200", "3000"])]).number == "1,200–3,000")
    #expect(
      try amount(["metric": "gpu_count", "period": "2022"]).sentence
        == "gpu_count 1,200 gpu in 2022")
    #expect(try amount([:]).signed == "1200" && amount(["direction": "up"]).signed == "1200")
    #expect(try amount(["direction": "down"]).signed == "-1200")
    let fall = JSON.object(["value": "-5", "unit": "percent", "direction": "down"])
    let none = JSON.object(["value": "0", "unit": "percent", "direction": "down"])
    #expect(StatedAmount(fall)?.signed == "-5" && StatedAmount(none)?.signed == "0")
  }

  @Test(arguments: [
    ("over", "1200", nil), ("at_least", "1200", nil), ("under", nil, "1200"),
    ("at_most", nil, "1200"), ("nearly", nil, "1200"), ("", nil, nil),
  ])
  func `a bound is the lowest or the highest that it may be`(
    bound: String, low: String?, high: String?
  ) throws {
    let amount = try amount(["bound": .string(bound)])
    #expect(amount.low == low && amount.high == high)
  }

  @Test func `a range has both ends`() throws {
    let amount = try amount(["range": .strings(["1200", "3000"])])
    #expect(amount.low == "1200" && amount.high == "3000")
  }

  @Test func `money has a currency, other amounts a unit`() {
    let money = Amount(kind: .money, value: ExactDecimal(5), unit: "USD").contractJSON
    let count = Amount(kind: .count, value: ExactDecimal(5), unit: "gpu").contractJSON
    #expect(money["currency"] == "USD" && money["unit"] == nil)
    #expect(count["unit"] == "gpu" && count["currency"] == nil)
  }

  @Test func `a denial is told with the stance`() {
    #expect(
      Column.stance(.object(["stance": "official", "polarity": "denied"])).plain
        == "official, denied")
    #expect(
      Column.stance(.object(["stance": "official", "polarity": "asserted"])).plain == "official")
  }

  @Test func `nouns are counted`() {
    #expect(Numerals.counted(1, "event") == "1 event" && Numerals.counted(2, "event") == "2 events")
  }

  @Test func `a table alone is no page, figures are`() {
    let table = Document(schema: "annals.x/1", columns: [], rows: [])
    #expect(!table.isPage && Document(schema: "annals.x/1", facts: [:]).isPage)
    #expect(Document(parts: table.parts + [.paragraph("x")], json: .null).isPage)
  }

  @Test func `a typed name is the log's own before any other spelling`() throws {
    let store = try TemporaryStore()
    try store.append(
      ["openai", "OpenAI", "Baidu"].map { name in
        let event = Event(type: .funding, title: name, actors: [Actor(name)])
        return NewRecord(
          id: .naming(name),
          change: .eventReported(Report(event: event, mention: Mention(source: "s"))))
      })
    let vocabulary = Vocabulary(actor: { $0 == "百度" ? "Baidu" : nil })
    let names = try store.store.ask { snapshot in
      let question = Question(snapshot, asOf: CivilDay("2026-01-01")!, vocabulary: vocabulary)
      return try ["OpenAI", "openai", "baidu", "百度", "Acme"].map(question.actorName)
    }
    #expect(names == ["OpenAI", "openai", "Baidu", "Baidu", "Acme"])
  }

  @Test func `a query is kept with the names of the log, and as it was typed else`() throws {
    let store = try TemporaryStore()
    try store.append([.event("a", by: ["OpenAI"])])
    func canonical(_ query: String) throws -> String {
      try store.store.ask { try Question($0, asOf: CivilDay("2026-01-01")!).canonical(query) }
    }
    #expect(try canonical("actor:openai chips") == #"actor:"OpenAI" chips"#)
    #expect(try canonical("actor:OpenAI chips") == "actor:OpenAI chips")
    #expect(throws: QueryError.self) { try canonical("colour:red") }
  }

  @Test func `an id is short for people, a moment ends at the minute`() {
    #expect(Cell.id("22f02e41cf5f06c73c93b036d53dec7d").shown == "22f02e41")
    #expect(Cell.id("22f02e41cf5f06c73c93b036d53dec7d").plain.utf8.count == 32)
    #expect(Cell.moment("2026-11-23T12:34:56Z").shown == "2026-11-23 12:34")
    #expect(Cell.moment("2026-11-23T12:34:56Z").plain == "2026-11-23T12:34:56Z")
    #expect(Cell.boolean(false).plain == "false")
  }

  @Test func `only an address of the web is one`() {
    #expect(Cell.url(JSON.string("https://example.org/")) == .url("https://example.org/"))
    #expect(Cell.url(JSON.string("javascript:alert(1)")) == .empty)
    #expect(Cell.url(JSON.string("a book, p. 3")) == .empty)
  }

  @Test func `arguments are named, known and of their kind`() throws {
    func fails(_ values: [String: [String]]) -> String? {
      do {
        _ = try Arguments(values, for: .trend)
        return nil
      } catch { return error.message }
    }
    #expect(fails(["interval": ["week"], "reaches": ["1e12"]]) == nil)
    #expect(fails(["intervall": ["week"]]) == "“trend” has no parameter “intervall”")
    #expect(fails(["interval": ["day"]])?.contains("week, month, quarter, year") == true)
    #expect(fails(["reaches": ["soon"]]) == "reaches: “soon” is no number")
    #expect(throws: QueryError.self) { try Arguments([:], for: .show) }
    #expect(throws: QueryError.self) { try Arguments(["limit": ["0"]], for: .log) }
    #expect(throws: Never.self) { try Arguments(["limit": ["1"]], for: .log) }
    #expect(throws: QueryError.self) { try Arguments([:], for: .search) }
    let days = try Arguments(["since": ["2023-02"], "until": ["2023-03"]], for: .log)
    #expect(try days.period(today: CivilDay("2026-01-01")!).text == "2023-02-01..2023-03-31")
  }
}
