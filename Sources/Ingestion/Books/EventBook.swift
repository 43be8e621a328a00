package import EventCoding
import JSONText

/// A curated history in JSON Lines: what it says, and everything that is wrong with it.
package struct EventBook: Sendable {
  /// The file's name without its ending; part of the identity of every row.
  package let name: String
  let rows: [BookRow]
  package let findings: [Finding]

  package var count: Int { rows.count }

  /// Reads a book whose events are of these types. A row that cannot be read becomes a finding and
  /// the others are read on.
  package init(file: String, bytes: [UInt8], types: EventTypes = .bundled) {
    name = EventBook.name(of: file)
    var rows: [BookRow] = []
    var findings: [Finding] = []
    var lines: [String: Int] = [:]
    for (index, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated()
    where !line.allSatisfy({ $0 == 0x20 || $0 == 0x0D || $0 == 0x09 }) {
      let number = index + 1
      do {
        let row = try BookRow(json: JSON.parse(Array(line)), book: name, types: types)
        if let earlier = lines.updateValue(number, forKey: row.id) {
          let message = "the id “\(row.id)” is that of line \(earlier); give every row its own"
          findings.append(Finding(file: file, line: number, message: message))
        }
        rows.append(row)
      } catch let error as JSONError {
        findings.append(Finding(file: file, line: number, message: error.reason))
      } catch {
        findings.append(Finding(file: file, line: number, message: "\(error)"))
      }
    }
    self.rows = rows
    self.findings = findings
  }

  private static func name(of file: String) -> String {
    let last = file.split(separator: "/").last.map(String.init) ?? file
    return last.hasSuffix(".jsonl") ? String(last.dropLast(6)) : last
  }
}
