/// Dates in feeds: RFC 822, ISO 8601 and W3CDTF, asctime, localised and broken ones.
///
/// The claimed text is kept elsewhere; this only finds the instant. A text that is no date is nil,
/// never "now".
package enum DateParser {
  /// Milliseconds since 1970-01-01T00:00:00Z, or nil.
  package static func instant(_ text: String, in context: DateContext = DateContext()) -> Int64? {
    var text = text
    if text.withUTF8({ !UTF8Scan.isASCII($0) }) { text = inASCII(text) }
    return text.withUTF8 { bytes in
      let trimmed = bytes.trimmingSpace()
      guard !trimmed.isEmpty, trimmed.count <= 128 else { return nil }
      var scanner = DateScanner(trimmed, in: context)
      guard let date = scanner.scan() else { return nil }
      return date.instant(zoneless: context.zoneless)
    }
  }

  /// The digits of any script, full-width forms, the minus sign and spaces as ASCII has them.
  private static func inASCII(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let properties = scalar.properties
      if scalar.value < 0x80 {
        result.append(scalar)
      } else if properties.numericType == .decimal, let digit = properties.numericValue {
        result.append(Unicode.Scalar(0x30 + UInt8(digit)))
      } else if 0xFF01...0xFF5E ~= scalar.value {
        result.append(Unicode.Scalar(UInt8(scalar.value - 0xFEE0)))
      } else if scalar.value == 0x2212 {
        result.append("-")
      } else if properties.isWhitespace {
        result.append(" ")
      } else {
        result.append(scalar)
      }
    }
    return String(result)
  }

  /// RFC 3339 in UTC, with milliseconds only where there are some.
  package static func rfc3339(_ instant: Int64) -> String {
    let days = Int(instant.flooredQuotient(86_400_000))
    let rest = Int(instant - Int64(days) * 86_400_000)
    let (year, month, day) = CivilDate.date(fromDays: days)
    func pad(_ value: Int, _ width: Int) -> String {
      let digits = String(value)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    let date = "\(pad(year, 4))-\(pad(month, 2))-\(pad(day, 2))"
    let seconds = rest / 1000
    let time = "\(pad(seconds / 3600, 2)):\(pad(seconds / 60 % 60, 2)):\(pad(seconds % 60, 2))"
    let fraction = rest % 1000 == 0 ? "" : "." + pad(rest % 1000, 3)
    return "\(date)T\(time)\(fraction)Z"
  }
}
