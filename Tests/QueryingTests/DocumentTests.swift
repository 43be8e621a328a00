import EventModel
import JSONText
import Querying
import Testing

/// Numbers and typed cells, as programs read them and as people do.
@Suite struct DocumentTests {
  @Test(arguments: [
    ("1e-07", "0.0000001"), ("1.5e-05", "0.000015"), ("1.25e+20", "125000000000000000000"),
    ("-3e2", "-300"), ("12.50", "12.50"), ("540000000", "540000000"),
    ("1.552365e12", "1552365000000"),
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
    #expect(Cell.decimal(.infinity).plain == "")
    #expect(Cell.share(0.0862).plain == "0.0862")
    #expect(Cell.share(0.0862).shown == "8.6 %")
  }

  @Test(arguments: [
    ("0", "0"), ("999", "999"), ("1000", "1,000"), ("-1000", "-1,000"), ("-999", "-999"),
    ("1234567.891", "1,234,567.891"), ("100000", "100,000"),
  ])
  func `people see groups of three`(literal: String, shown: String) {
    #expect(Numerals.grouped(literal) == shown)
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
  }
}
