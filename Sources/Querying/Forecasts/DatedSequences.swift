import EventModel
package import Forecasting
import JSONText

/// Dated sequences of a person's own, as a file tells them.
package enum DatedSequences {
  /// Sequences in the order of the file: a JSON object with a list of dates under each name, or CSV
  /// with the columns `sequence` and `date` (`began` too), as `annals phases -O csv` writes it. Dates
  /// of one sequence are sorted, and each day counts once; a year or a month stands for its first day.
  /// Throws ``UnusableInput`` naming the file and what is wrong where.
  package static func parse(_ bytes: [UInt8], named file: String) throws -> [ReferenceSequence] {
    let start = bytes.first { $0 > UInt8(ascii: " ") }
    let rows =
      try start == UInt8(ascii: "{")
      ? json(bytes, file) : csv(bytes, file)
    let sequences = rows.compactMap { name, days -> ReferenceSequence? in
      let days = Set(days).sorted()
      guard days.count >= 2 else { return nil }
      return ReferenceSequence(id: name, title: name, days: days, source: file)
    }
    guard sequences.contains(where: { $0.durations.count >= 4 }) else {
      throw UnusableInput(
        reason: "\(file): no sequence has five or more days, the fewest that a backtest can score")
    }
    return sequences
  }

  private typealias Rows = [(name: String, days: [CivilDay])]

  private static func json(_ bytes: [UInt8], _ file: String) throws -> Rows {
    let members: [JSON.Member]
    do { members = try JSON.parse(bytes).members ?? [] } catch {
      throw UnusableInput(reason: "\(file): \(error)")
    }
    return try members.map { member in
      guard let dates = member.value.elements else {
        throw UnusableInput(reason: "\(file): “\(member.key)” is no list of dates")
      }
      return try (
        member.key,
        dates.map { try day($0.string ?? "\($0)", "\(file): “\(member.key)”") }
      )
    }
  }

  private static func csv(_ bytes: [UInt8], _ file: String) throws -> Rows {
    let lines = String(decoding: bytes, as: UTF8.self).split(
      omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    let columns = fields(lines.first ?? "").map { $0.lowercased() }
    guard let name = columns.firstIndex(of: "sequence"),
      let date = columns.firstIndex(where: { $0 == "date" || $0 == "began" })
    else {
      throw UnusableInput(
        reason: "\(file):1: the first line names no columns “sequence” and “date”, and it is no "
          + "JSON object of lists of dates")
    }
    var order: [String] = []
    var days: [String: [CivilDay]] = [:]
    for (index, line) in lines.enumerated().dropFirst() where !line.isEmpty {
      let row = fields(line)
      guard row.count > max(name, date) else {
        throw UnusableInput(reason: "\(file):\(index + 1): \(columns.count) fields are expected")
      }
      if days[row[name]] == nil { order.append(row[name]) }
      days[row[name], default: []].append(try day(row[date], "\(file):\(index + 1)"))
    }
    return order.map { ($0, days[$0] ?? []) }
  }

  /// The fields of a line (RFC 4180, without line breaks in a field).
  private static func fields(_ line: Substring) -> [String] {
    var fields = [""]
    var isQuoted = false
    var last: Character = ","
    for character in line {
      if character == "\"" {
        if !isQuoted, last == "\"" { fields[fields.count - 1].append("\"") }
        isQuoted.toggle()
      } else if character == ",", !isQuoted {
        fields.append("")
      } else {
        fields[fields.count - 1].append(character)
      }
      last = character
    }
    return fields
  }

  private static func day(_ text: String, _ place: String) throws -> CivilDay {
    guard let day = try? PartialDate(edtf: text).first else {
      throw UnusableInput(reason: "\(place): “\(text)” is no date such as 2026-08-14")
    }
    return day
  }
}
