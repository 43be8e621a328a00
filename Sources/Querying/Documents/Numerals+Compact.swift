extension Numerals {
  /// As people read it in a table: from a million on three significant digits and `m`, `bn` or `tn`, below
  /// all its digits, in groups: `13.5bn`, `540m`, `7,000`.
  static func compact(_ literal: String) -> String {
    guard let value = Double(literal), 1e6..<1e15 ~= abs(value) else { return grouped(literal) }
    let sizes = [(1e12, "tn"), (1e9, "bn"), (1e6, "m")]
    // What rounds to a thousand of a size is one of the next.
    let (size, name) = sizes.first { abs(value) >= $0.0 * 0.9995 } ?? sizes[2]
    return short(value / size) + name
  }

  /// The sign of a currency as English texts have it (Unicode CLDR 45, `en`), and the code with a space
  /// where there is none.
  static func sign(ofCurrency code: String) -> String { currencySigns[code] ?? code + " " }

  private static let currencySigns = [
    "AUD": "A$", "BRL": "R$", "CAD": "CA$", "CNY": "CN¥", "EUR": "€", "GBP": "£", "HKD": "HK$",
    "ILS": "₪", "INR": "₹", "JPY": "¥", "KRW": "₩", "MXN": "MX$", "NZD": "NZ$", "TWD": "NT$",
    "USD": "$", "VND": "₫",
  ]
}
