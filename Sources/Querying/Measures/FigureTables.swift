/// What is known of money and of years beside the log.
package struct FigureTables: Sendable {
  package var rates: Rates
  package var fiscalYears: FiscalYears

  package init(rates: Rates = Rates(), fiscalYears: FiscalYears = FiscalYears()) {
    self.rates = rates
    self.fiscalYears = fiscalYears
  }
}
