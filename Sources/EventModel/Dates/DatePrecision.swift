/// How much of a date is known.
package enum DatePrecision: String, Sendable, CaseIterable {
  case day, week, month, quarter, half, year, decade, century, interval
}
