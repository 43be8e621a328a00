package import EventCoding
import JSONText

/// A curated history in JSON Lines, read row by row.
package struct EventBook {
  /// The file's name without its ending; part of the identity of every row.
  package let name: String
  private let file: String
  private let types: EventTypes
  private var source: Source
  /// The line of each id that was read, by the id's hash: an id may be long, and a book too.
  private var seen: [Int: Int32] = [:]

  /// Where its rows come from.
  private enum Source {
    case lines(Lines)
    case sheet(Sheet)

    mutating func next() throws -> (line: Int, json: () throws -> JSON)? {
      switch self {
      case .lines(var lines):
        let line = try lines.next()
        self = .lines(lines)
        return line.map { line in (line.number, { try JSON.parse(line.bytes) }) }
      case .sheet(var sheet):
        defer { self = .sheet(sheet) }
        return try sheet.next().map { row in (row.line, { row.row }) }
      }
    }
  }

  /// A book whose events are of these types.
  package init(file: String, lines: Lines, types: EventTypes = .bundled) {
    self.init(file: file, .lines(lines), types)
  }

  /// A table that a person keeps, as a book.
  package init(file: String, sheet: Sheet, types: EventTypes = .bundled) {
    self.init(file: file, .sheet(sheet), types)
  }

  private init(file: String, _ source: Source, _ types: EventTypes) {
    name = EventBook.name(of: file)
    self.file = file
    self.types = types
    self.source = source
  }

  package init(file: String, bytes: [UInt8], types: EventTypes = .bundled) {
    self.init(file: file, lines: Lines(of: file, bytes: bytes), types: types)
  }

  /// The next row; nil at the end. Throws the ``Finding`` of a row that cannot be read, behind which
  /// the others can be read on, and what reading the file throws.
  mutating func next() throws -> BookRow? {
    guard let (line, json) = try source.next() else { return nil }
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
