package import EventCoding
import JSONText

/// A curated history in JSON Lines, read row by row.
package struct EventBook {
  /// The file's name without its ending; part of the identity of every row.
  package let name: String
  private let file: String
  private let types: EventTypes
  /// Where its rows come from: one of the two.
  private var lines: Lines?
  private var sheet: Sheet?
  /// The line of each id that was read, by the id's hash: an id may be long, and a book too.
  private var seen: [Int: Int32] = [:]

  /// A book whose events are of these types.
  package init(file: String, lines: Lines, types: EventTypes = .bundled) {
    self.init(file: file, types)
    self.lines = lines
  }

  /// A table that a person keeps, as a book.
  package init(file: String, sheet: Sheet, types: EventTypes = .bundled) {
    self.init(file: file, types)
    self.sheet = sheet
  }

  private init(file: String, _ types: EventTypes) {
    name = EventBook.name(of: file)
    self.file = file
    self.types = types
  }

  package init(file: String, bytes: [UInt8], types: EventTypes = .bundled) {
    self.init(file: file, lines: Lines(of: file, bytes: bytes), types: types)
  }

  /// The next row; nil at the end. Throws the ``Finding`` of a row that cannot be read, behind which
  /// the others can be read on, and what reading the file throws.
  mutating func next() throws -> BookRow? {
    guard let (line, json) = try nextJSON() else { return nil }
    func finding(_ message: String) -> Finding {
      Finding(file: file, line: line, message: message)
    }
    let row: BookRow
    do { row = try BookRow(json: json(), book: name, types: types) } catch {
      throw finding(error.reasonInLine)
    }
    let number = Int32(truncatingIfNeeded: line)
    if let earlier = seen.updateValue(number, forKey: row.id.hashValue) {
      throw finding("the id “\(row.id)” is that of line \(earlier); give every row its own")
    }
    return row
  }

  private mutating func nextJSON() throws -> (line: Int, json: () throws -> JSON)? {
    if let row = try sheet?.next() { return (row.line, { row.row }) }
    return try lines?.next().map { line in (line.number, { try JSON.parse(line.bytes) }) }
  }

  /// Everything that is wrong with it; reads it to its end.
  package func findings() throws -> [Finding] {
    var (book, findings) = (self, [Finding]())
    while true {
      do { if try book.next() == nil { return findings } } catch let finding as Finding {
        findings.append(finding)
      }
    }
  }

  private static func name(of file: String) -> String {
    let last = file.split(separator: "/").last.map(String.init) ?? file
    let ending = [".jsonl", ".csv", ".tsv"].first { last.lowercased().hasSuffix($0) }
    return String(last.dropLast(ending?.count ?? 0))
  }
}
