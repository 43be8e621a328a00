import EventModel
import Foundation
import Testing

@testable import Querying

@Suite struct RatesTests {
  static let rates = try! Rates(
    reading: """
      # Units for a dollar
      year, CNY, EUR
      2021, 6, 2   # a comment
      2022, 8,
      """, source: "A")

  func conversion(_ from: String, _ to: String, _ year: Int, _ rates: Rates = rates) -> String? {
    rates.conversion(from: from, to: to, in: year).map { "\($0.rate) \($0.year) \($0.source)" }
  }

  @Test func `a currency is converted by the rates of the year, through the dollar`() {
    #expect(conversion("USD", "CNY", 2021) == "6.0 2021 A")
    #expect(conversion("CNY", "USD", 2022) == "0.125 2022 A")
    #expect(conversion("EUR", "CNY", 2021) == "3.0 2021 A")
  }

  @Test func `a later year has the rates of the last that both have, an earlier year has none`() {
    #expect(conversion("CNY", "USD", 2030) == "0.125 2022 A")
    #expect(conversion("CNY", "EUR", 2022) == "\(2.0 / 6) 2021 A")
    #expect(conversion("CNY", "USD", 2020) == nil)
    #expect(conversion("CNY", "ZAR", 2021) == nil)
  }

  @Test func `own rates stand in the place of others`() throws {
    let own = try Rates(reading: "year\tcny\tZAR\n2022\t10\t5\n", source: "B")
    let both = Self.rates.replaced(by: own)
    #expect(conversion("CNY", "USD", 2022, both) == "0.1 2022 B")
    #expect(conversion("CNY", "USD", 2021, both) == "\(1.0 / 6) 2021 A")
    #expect(conversion("EUR", "ZAR", 2022, both) == nil)
    #expect(both.currencies == ["CNY", "EUR", "USD", "ZAR"])
  }

  @Test func `a table that cannot be read names its line`() {
    func problem(_ text: String) -> Int? {
      do {
        _ = try Rates(reading: text, source: "")
        return nil
      } catch { return error.line }
    }
    #expect(problem("year,CNY\n\n2021,x") == 3)
    #expect(problem("year,CNY\n21,7") == 2)
    #expect(problem("year,CNY\n2021,0") == 2)
    #expect(problem("year,CNY\n2021,7,8") == 2)
    #expect(problem("year,CNY\n2021,") == nil)
  }

  @Test func `a converted amount has whole units from a thousand on, and hundredths below`() {
    func converted(_ value: String, _ rate: Double) -> String {
      let amount = Amount(kind: .money, value: ExactDecimal(value)!, unit: "CNY")
      return Conversion(currency: "USD", rate: rate, year: 2022, source: "").applied(to: amount)
        .value.description
    }
    #expect(converted("554550000000", 1 / 6.729) == "82411948284")
    #expect(converted("7", 1 / 6.729) == "1.04")
    #expect(converted("6729", 1 / 6.729) == "1000")
    #expect(converted("10000", 1 / 6.729) == "1486")
  }

  @Test func `the bundled tables can be read, and have every currency of every year`() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    func text(_ path: String) throws -> String {
      try String(contentsOf: root.appending(path: path), encoding: .utf8)
    }
    let rates = try Rates(reading: text("Rates/yearly.tsv"), source: "S")
    #expect(
      rates.currencies == ["CNY", "EUR", "GBP", "HKD", "INR", "JPY", "KRW", "TWD", "USD"])
    for year in 2000...2025 {
      for currency in rates.currencies where currency != "USD" {
        #expect(rates.conversion(from: "USD", to: currency, in: year)?.year == year)
      }
    }
    _ = try FiscalYears(reading: text("Dictionaries/fiscal-years.tsv"))
    #expect(throws: TableProblem.self) {
      try FiscalYears(reading: "actor,last month,named by\nX,13,end")
    }
    #expect(throws: TableProblem.self) {
      try FiscalYears(reading: "actor,last month,named by\nX,3,middle")
    }
  }
}
