import EventLog
import EventModel
import GRDB
import JSONText
import Projections
import TestSupport
import Testing

/// Questions in SQL.
@Suite struct SQLTests {
  func ask(_ told: Given, _ sql: String, seconds: Double = 10) throws -> [String] {
    try told.store.store.ask(sql: sql, seconds: seconds).rows.map { row in
      row.map { $0.string ?? $0.text }.joined(separator: " ")
    }
  }

  @Test func `every view has the columns that help promises, in their order`() throws {
    let told = try given(.event("a"))
    for view in ViewSchema.views {
      let answer = try told.store.store.ask(sql: "SELECT * FROM \(view.name)", seconds: 10)
      #expect(answer.columns == view.columns.map(\.name), "\(view.name)")
    }
  }

  @Test func `views hold what is believed now`() throws {
    let told = try given(
      ItemSpecs.item("1a", "One"), .event("a", "A", on: "2023-05", by: ["X", "Y"]),
      .mention("b", of: "a", source: "Courier"), .mention("c", of: "a"), .retracted("c"),
      .event("d", "gone"), .retracted("d"), .event("e", "E", amounts: [.money(5)]),
      .corrected("a", ["title": "A2"]), ItemSpecs.revised("1a", "Two"))
    #expect(
      try ask(told, "SELECT title, first, last, mentions, sources, actors FROM events ORDER BY 1")
        == [
          "A2 2023-05-01 2023-05-31 2 2 X; Y", "E null null 1 1 null",
        ])
    #expect(
      try ask(told, "SELECT substr(id, 1, 1) || source FROM mentions WHERE event LIKE 'a%'") == [
        "bCourier", "aWire",
      ])
    #expect(try ask(told, "SELECT title, revisions, events FROM items") == ["Two 1 0"])
    #expect(try ask(told, "SELECT count(*) FROM measures") == ["0"])
  }

  @Test func `measures, phases and forecasts are as they stand`() throws {
    let side = SideSpecs()
    let told = try given(
      .event("a", by: ["X"], amounts: [.money(5)]), .event("b", by: ["Y"], amounts: [.money(6)]),
      .retracted("b"), .began("p", "2020"), .began("p", "2021"), side.issued("f"), side.issued("e"),
      side.annulled("e"))
    #expect(try ask(told, "SELECT actor, value, unit FROM measures") == ["X 5 USD"])
    #expect(try ask(told, "SELECT phase, kind, date FROM phases") == ["p phase.began 2021"])
    #expect(
      try ask(told, "SELECT title, verdict FROM forecasts ORDER BY title") == [
        "e forecast.annulled", "f null",
      ])
  }

  @Test(arguments: [
    "DELETE FROM record", "UPDATE item SET feed = 1", "INSERT INTO feed VALUES (1, 2, 3, 4, 5)",
    "DROP TABLE event", "CREATE TABLE x(y)", "ATTACH '/tmp/annals-x.db' AS x",
    "PRAGMA user_version = 9",
    "PRAGMA query_only", "VACUUM", "BEGIN", "", "-- nothing", "SELECT 1; SELECT 2",
    "WITH x AS (SELECT 1) DELETE FROM record", "SELECT * FROM nowhere", "SELEC 1",
    "SELECT load_extension('x')",
  ])
  func `nothing but one question can be asked`(sql: String) throws {
    let told = try given(.event("a"))
    #expect(throws: UserQueryError.self) { try ask(told, sql) }
    #expect(try ask(told, "SELECT count(*) FROM record;") == ["1"])
  }

  @Test func `secrets of feeds are shown to nobody`() throws {
    let told = try given(.event("a"))
    try told.store.write { transaction in
      try transaction.database.execute(sql: "CREATE TABLE secret(feed TEXT, userinfo TEXT)")
    }
    for sql in [
      "SELECT * FROM secret", "SELECT userinfo FROM main.SECRET", "SELECT count(*) FROM secret",
      "SELECT 1 WHERE EXISTS (SELECT 1 FROM secret)",
    ] {
      #expect(throws: UserQueryError.self, "\(sql)") { try ask(told, sql) }
    }
  }

  @Test func `what takes too long is broken off, and the next is asked as ever`() throws {
    let told = try given(.event("a"))
    let endless =
      "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n"
    #expect(throws: UserQueryError.tooLong(seconds: 0.05)) { try ask(told, endless, seconds: 0.05) }
    #expect(try ask(told, "SELECT 1, 2.5, 'x', NULL, x'0aff'") == ["1 2.5 x null 0aff"])
  }
}

/// Who has told what.
@Suite struct SourceSpecs {
  @Test func `reports, first tellings and what became of rumours are counted`() throws {
    let told = try given(
      .event("a", stance: .rumoured, source: "S", published: "2023-01-02"),
      .mention("b", of: "a", stance: .official, source: "T", published: "2023-01-05"),
      .event("c", stance: .rumoured, source: "S", published: "2023-01-01"),
      .mention("d", of: "c", polarity: .denied, source: "T"),
      .event("e", stance: .rumoured, source: "S"),
      .mention("f", of: "e", stance: .rumoured, source: "T"),
      .event("1a", source: "S"), .retracted("1a"))
    func sources(at position: Int64? = nil) throws -> [String] {
      try told.ask(at: position) { try $0.sources() }.map { source in
        let counts = [
          source.reports, source.events, source.first, source.rumours, source.confirmed,
          source.denied,
        ]
        return "\(source.name) \(counts.map(String.init).joined(separator: " "))"
      }
    }
    #expect(try sources() == ["S 3 3 3 3 1 1", "T 3 3 0 1 0 0"])
    #expect(try sources(at: 1) == ["S 1 1 1 1 0 0"])
    let first = try told.ask { try $0.sources() }[0]
    #expect(first.oldest?.description == "2023-01-01" && first.newest?.description == "2023-01-02")
    var filter = ReportFilter()
    filter.sources = ["S"]
    #expect(
      try told.ask { try $0.lastReport(matching: filter, except: []) }?.description == "2023-01-05")
    filter.stances = [.official]
    #expect(try told.ask { try $0.lastReport(matching: filter, except: []) } == nil)
  }
}
