import EventModel
package import Querying

/// iCalendar (RFC 5545): an entry a day or more long for each event that is dated, and for each forecast
/// on the day it is due.
package struct CalendarFormat: Format {
  package init() {}

  package func write(_ document: Document, to output: (String) throws -> Void) rethrows {
    func line(_ name: String, _ value: String) throws {
      try output(CalendarFormat.folded("\(name):\(value)"))
    }
    try line("BEGIN", "VCALENDAR")
    try line("VERSION", "2.0")
    try line("PRODID", "-//annals//annals//EN")
    try line("CALSCALE", "GREGORIAN")
    try line("NAME", CalendarFormat.text(document.feedTitle))
    try line("X-WR-CALNAME", CalendarFormat.text(document.feedTitle))
    for entry in document.entries {
      guard let days = CalendarFormat.days(entry), let stamp = CalendarFormat.moment(entry.updated)
      else { continue }
      try line("BEGIN", "VEVENT")
      try line("UID", "\(entry.id)@annals")
      try line("DTSTAMP", stamp)
      try line("LAST-MODIFIED", stamp)
      if let created = CalendarFormat.moment(entry.recorded) { try line("CREATED", created) }
      try line("DTSTART;VALUE=DATE", CalendarFormat.day(days.first))
      // The end is the first day that does not belong to it (§3.6.1).
      try line("DTEND;VALUE=DATE", CalendarFormat.day(days.last.advanced(by: 1)))
      try line(
        "SUMMARY", CalendarFormat.text((entry.kind == "forecast" ? "Due: " : "") + entry.title))
      try line("DESCRIPTION", CalendarFormat.text(entry.facts.joined(separator: "\n")))
      try line("CATEGORIES", CalendarFormat.text(entry.kind))
      try line("STATUS", CalendarFormat.status(entry.certainty))
      try line("TRANSP", "TRANSPARENT")
      if let address = entry.addresses.first { try line("URL", SafeText.address(address)) }
      try line("END", "VEVENT")
    }
    try line("END", "VCALENDAR")
  }

  private static func status(_ certainty: Entry.Certainty) -> String {
    switch certainty {
    case .said: "CONFIRMED"
    case .rumoured: "TENTATIVE"
    case .denied: "CANCELLED"
    }
  }

  /// Its first and last day; of an interval with one end, that day. Nil where no calendar can write it.
  private static func days(_ entry: Entry) -> (first: CivilDay, last: CivilDay)? {
    guard let first = entry.date?.first ?? entry.date?.last,
      let last = entry.date?.last ?? entry.date?.first, first <= last,
      first.isWritable, last.advanced(by: 1).isWritable
    else { return nil }
    return (first, last)
  }

  /// `20221130` (§3.3.4).
  private static func day(_ day: CivilDay) -> String { day.description.replacing("-", with: "") }

  /// `20221130T120000Z` (§3.3.5).
  private static func moment(_ text: String) -> String? {
    guard let instant = Instant(text) else { return nil }
    return instant.description.prefix(19).replacing("-", with: "").replacing(":", with: "") + "Z"
  }

  /// A text with what separates values escaped (§3.3.11).
  private static func text(_ text: String) -> String {
    let lines = text.split(separator: "\n").map { line in
      var out = ""
      for scalar in SafeText.line(String(line)).unicodeScalars {
        if "\\;,".unicodeScalars.contains(scalar) { out += "\\" }
        out.unicodeScalars.append(scalar)
      }
      return out
    }
    return lines.joined(separator: "\\n")
  }

  /// A content line, whose parts have at most 75 octets each, and whole characters (§3.1).
  static func folded(_ line: String) -> String {
    var (out, length) = ("", 0)
    for character in line {
      let size = character.utf8.count
      // A character of many scalars may be longer than a line is.
      let parts = size < 75 ? [String(character)] : character.unicodeScalars.map { String($0) }
      for part in parts {
        if length + part.utf8.count > 75 {
          out += "\r\n "
          length = 1
        }
        out += part
        length += part.utf8.count
      }
    }
    return out + "\r\n"
  }
}
