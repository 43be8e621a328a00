import EventCoding
import Querying

extension FigureTables {
  /// Those in the binary, a user's own rates before its.
  static func bundled(_ own: Rates? = nil) -> FigureTables {
    func read<Table>(_ path: String, _ reading: (String) throws -> Table) -> Table {
      do {
        return try reading(String(decoding: BundledFiles.file(path) ?? [], as: UTF8.self))
      } catch { preconditionFailure("the bundled \(path) cannot be read: \(error)") }
    }
    let rates = read("Rates/yearly.tsv") { text in
      try Rates(reading: text, source: "Federal Reserve H.10; of GBP the ECB")
    }
    return FigureTables(
      rates: own.map(rates.replaced) ?? rates,
      fiscalYears: read("Dictionaries/fiscal-years.tsv", FiscalYears.init(reading:)))
  }
}
