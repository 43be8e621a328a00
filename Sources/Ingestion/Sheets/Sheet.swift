package import EventCoding
import EventModel
import JSONText

/// A table of events that a person keeps, such as an exported spreadsheet, as rows of a book.
package struct Sheet {
  private let file: String
  private let map: SheetMap
  private var style: SheetStyle
  private let coder: EventCoder
  private let places: [(field: SheetField, place: Int)]
  private let width: Int
  private var rows: ArraySlice<SeparatedText.Row>
  /// How many rows had an identity before, by its hash.
  private var twins: [Int: Int] = [:]
  /// The hashes of the rows that were read.
  private var seen: Set<Int> = []
  /// The titles of columns that are no field's, and so are not taken.
  package let unused: [String]

  /// - Parameter coder: reads the titles of rows that do not say what sort of event they are, and knows the
  ///   spellings of actors.
  /// - Throws: a ``Finding`` where the file is no table, a ``FieldError`` where a column is not there.
  package init(
    file: String, bytes: [UInt8], map: SheetMap, style: SheetStyle = SheetStyle(),
    coder: EventCoder
  ) throws {
    let text = try SeparatedText(file: file, bytes: bytes)
    guard let head = text.rows.first else {
      throw Finding(file: file, line: nil, message: "there is no row with the titles of columns")
    }
    self.file = file
    self.map = map
    self.coder = coder
    (places, unused) = try map.places(in: head.cells)
    for needed in [["title"], ["date", "published"]] {
      let fields = needed.map(SheetField.text)
      guard !(places.map(\.field) + map.constants.map(\.field)).contains(where: fields.contains)
      else { continue }
      throw FieldError(
        key: "--map",
        problem: "no column is the \(needed[0]): map \(needed[0])=COLUMN; the columns are "
          + head.cells.joined(separator: ", "))
    }
    width = head.cells.count
    rows = text.rows.dropFirst()
    self.style = style
    if text.separator == UInt8(ascii: ";") { self.style.hasDecimalComma = true }
    if style.dayOrder == nil {
      let dates = places.filter { SheetRow.dates.contains($0.field) }.map(\.place)
      self.style.dayOrder = SheetStyle.order(
        of: rows.flatMap { row in dates.filter(row.cells.indices.contains).map { row.cells[$0] } })
    }
  }

  /// The line and the book's row of the next row; nil at the end. Throws the ``Finding`` of a row that
  /// cannot be read, behind which the others can be read on.
  mutating func next() throws(Finding) -> (line: Int, row: JSON)? {
    // A row may have been pasted twice.
    while let row = rows.popFirst() {
      if seen.insert(row.cells.hashValue).inserted { return try read(row) }
    }
    return nil
  }

  private mutating func read(_ row: SeparatedText.Row) throws(Finding) -> (line: Int, row: JSON) {
    if let extra = row.cells.dropFirst(width).first(where: { !$0.isEmpty }) {
      throw Finding(
        file: file, line: row.line,
        message: "“\(extra)” stands behind the last column; is a separator not in quotes?")
    }
    var cells = map.constants.map { ($0.field, $0.value) }
    for (field, place) in places where place < row.cells.count && !row.cells[place].isEmpty {
      cells.removeAll { $0.0 == field }
      cells.append((field, row.cells[place]))
    }
    do {
      let read = try SheetRow(cells, style: style, metrics: map.metrics, coder: coder)
      let twin = read.identity.hashValue
      let count = twins[twin, default: 0]
      twins[twin] = count + 1
      return (row.line, read.json(citing: name, number: count))
    } catch {
      throw Finding(file: file, line: row.line, message: error.reasonInLine)
    }
  }

  private var name: String { file.split(separator: "/").last.map(String.init) ?? file }
}
