import EventModel

/// Average exchange rates of years: units of a currency for one US dollar.
package struct Rates: Sendable {
  private struct Rate {
    let perDollar: Double
    let source: String
  }

  /// By currency and year.
  private var rates: [String: [Int: Rate]] = [:]

  /// Without any rate, so that no currency but the same one can be had.
  package init() {}

  /// Reads a table: a line of titles (`year`, then currencies), and a line for each year with plain
  /// numbers, set apart by tabs or commas; an empty cell says nothing, and `#` begins a comment. `source`
  /// is what answers name.
  package init(reading text: String, source: String) throws(TableProblem) {
    for row in try FigureTable(reading: text).rows {
      guard let year = row.cells["year"].flatMap({ Int($0) }), 1000...9999 ~= year else {
        throw TableProblem(line: row.line, "the first column should be a year such as 2025")
      }
      for (currency, cell) in row.cells where currency != "year" && !cell.isEmpty {
        guard let value = Double(cell), value > 0, value.isFinite else {
          throw TableProblem(line: row.line, "“\(cell)” is no rate of \(currency)")
        }
        rates[currency.uppercased(), default: [:]][year] = Rate(perDollar: value, source: source)
      }
    }
  }

  /// These, and in their place another table's where it has one.
  package func replaced(by own: Rates) -> Rates {
    var result = self
    for (currency, years) in own.rates {
      result.rates[currency, default: [:]].merge(years) { $1 }
    }
    return result
  }

  /// The currencies that have a rate, the dollar among them.
  package var currencies: [String] { (rates.keys + ["USD"]).sorted() }

  /// What one unit of a currency is in another over a year, from the latest year that both have where
  /// that is earlier; nil for another currency, and for a year before the first.
  func conversion(from currency: String, to other: String, in year: Int) -> Conversion? {
    guard let known = [currency, other].compactMap({ lastYear(of: $0) }).min() else { return nil }
    let used = min(year, known)
    guard let from = rate(of: currency, in: used), let to = rate(of: other, in: used) else {
      return nil
    }
    let sources = [from.source, to.source].filter { !$0.isEmpty }
    return Conversion(
      currency: other, rate: to.perDollar / from.perDollar, year: used,
      source: (Set(sources).count == 1 ? [sources[0]] : sources).joined(separator: "; "))
  }

  /// Nil of the dollar, which has one for every year.
  private func lastYear(of currency: String) -> Int? {
    currency == "USD" ? .max : rates[currency]?.keys.max()
  }

  private func rate(of currency: String, in year: Int) -> Rate? {
    currency == "USD" ? Rate(perDollar: 1, source: "") : rates[currency]?[year]
  }
}

/// How an amount was brought into another currency.
struct Conversion: Equatable {
  let currency: String
  /// Units of that currency for one of the amount's own.
  let rate: Double
  /// The year whose average this is.
  let year: Int
  let source: String

  /// The amount in that currency: whole units from a thousand on, and hundredths below.
  func applied(to amount: Amount) -> Amount {
    var converted = amount
    converted.unit = currency
    converted.value = applied(to: amount.value)
    converted.range = amount.range.map { applied(to: $0.lowerBound)...applied(to: $0.upperBound) }
    return converted
  }

  private func applied(to value: ExactDecimal) -> ExactDecimal {
    let product = value.double * rate
    let step = abs(product) >= 1000 ? 1.0 : 100
    return ExactDecimal(Numerals.plain((product * step).rounded() / step)) ?? value
  }
}
