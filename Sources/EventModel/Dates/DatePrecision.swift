/// How much of a date is known.
public enum DatePrecision: String, Sendable, CaseIterable {
  case day, week, month, quarter, half, year, decade, century, interval
}
