package import JSONText

/// A column of a table: its title and how to tell its cell from a row.
package struct Column: Sendable {
  /// What becomes of it where a line has no room for all columns.
  package enum Fit: Sendable {
    case plain
    /// It gets the room that the others leave.
    case title
    /// It is left out.
    case spare
    /// What finds no room stands below the row, to its end.
    case whole
    /// It keeps its width, since a part of it would say something else, as of numbers and days.
    case fixed
  }

  package let title: String
  package let isNumeric: Bool
  package let audience: Audience
  package private(set) var fit: Fit
  package let cell: @Sendable (JSON) -> Cell

  package init(
    _ title: String, isNumeric: Bool = false, for audience: Audience = .everyone,
    _ cell: @escaping @Sendable (JSON) -> Cell
  ) {
    self.title = title
    self.isNumeric = isNumeric
    self.audience = audience
    fit = title == "title" ? .title : .plain
    self.cell = cell
  }

  /// The same column, to be treated so where there is no room for all.
  package func fitting(_ fit: Fit) -> Column {
    var column = self
    column.fit = fit
    return column
  }

  /// A column that shows the member of the same key.
  package init(
    _ title: String, key: String, isNumeric: Bool = false, for audience: Audience = .everyone
  ) {
    self.init(title, isNumeric: isNumeric, for: audience) { row in
      let cell = Cell(row[key])
      // The contracts write exact decimals as strings.
      if isNumeric, case .text(let literal) = cell { return .number(literal, shown: literal) }
      return cell
    }
  }

  /// A column of people's text.
  package init(_ title: String, text: @escaping @Sendable (JSON) -> String) {
    self.init(title) { row in Cell(.string(text(row))) }
  }

  /// What programs read beside the value of an amount, whose members `amount` finds in a row.
  static func parts(ofAmount amount: @escaping @Sendable (JSON) -> JSON?) -> [Column] {
    func part(
      _ title: String, isNumeric: Bool = false, _ cell: @escaping @Sendable (StatedAmount) -> Cell
    ) -> Column {
      Column(title, isNumeric: isNumeric, for: .programs) { row in
        amount(row).flatMap(StatedAmount.init).map(cell) ?? .empty
      }
    }
    return [
      part("approx") { .boolean($0.isApproximate) }, part("bound") { Cell($0.bound) },
      part("low", isNumeric: true) { Cell(number: $0.low) },
      part("high", isNumeric: true) { Cell(number: $0.high) },
      part("currency") { Cell($0.currency) },
      part("signed", isNumeric: true) { Cell(number: $0.signed) },
    ]
  }
}
