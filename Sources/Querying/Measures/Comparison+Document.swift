import EventModel
import JSONText

extension Comparison {
  static let schema = "annals.comparison/1"

  /// The rows of its contract: of each actor and unit, the claim of each column.
  var json: [JSON] {
    rows.map { row in
      .object([
        "actor": .string(row.actor), "unit": .string(row.unit), "rank": .number(Int64(row.rank)),
        "cells": .array(
          columns.compactMap { column in
            row.cells[column.text].map { claim in
              .object([.init("column", .string(column.text))] + (claim.json.members ?? []))
            }
          }),
      ])
    }
  }

  /// A column a year or quarter. People see a number as it is told, with signs for what qualifies it;
  /// programs a plain one, in columns of their own which of them are converted or of fiscal years.
  var tableColumns: [Column] {
    let columns = columns.map { column in
      Column(column.typed, isNumeric: true) { row in
        Comparison.cell(row, column.text).map(Comparison.number) ?? .empty
      }
    }
    func list(_ title: String, _ isListed: @escaping @Sendable (JSON) -> Bool) -> Column {
      Column(title, for: .programs) { row in
        let cells = (row["cells"]?.elements ?? []).filter(isListed)
        return .text(cells.compactMap { $0["column"]?.string }.joined(separator: " "))
      }
    }
    return [
      Column("actor", key: "actor"),
      Column("unit", for: .people) { row in
        // Currencies stand before their numbers, percents behind them.
        let cell = row["cells"]?.elements?.first
        return cell?["currency"]?.string == nil && row["unit"] != "percent"
          ? Cell(row["unit"]) : .empty
      },
      Column("unit", key: "unit", for: .programs),
    ] + columns + [
      list("converted") { $0["converted"]?.isNull == false },
      list("fiscal") { $0["fiscal"]?.isNull == false },
    ]
  }

  private static func cell(_ row: JSON, _ column: String) -> JSON? {
    row["cells"]?.elements?.first { $0["column"]?.string == column }
  }

  private static func number(_ cell: JSON) -> Cell {
    var members = (cell.members ?? []).filter { $0.key != "period" }
    if let converted = cell["converted"], !converted.isNull {
      members = members.map { member in
        .init(member.key, converted[member.key] ?? member.value)
      }
    }
    guard let stated = StatedAmount(.object(members)) else { return .empty }
    let marks = ClaimMark.allCases.filter { $0.isOn(cell) }.map(\.rawValue).joined()
    return .number(stated.signed, shown: stated.compact + marks)
  }

  /// What the signs mean, what the matrix leaves out, and where it is.
  func footnotes(of rows: [JSON]) -> [String] {
    let cells = rows.flatMap { $0["cells"]?.elements ?? [] }
    var notes = ClaimMark.allCases.compactMap { mark in
      let marked = cells.filter(mark.isOn)
      return marked.isEmpty ? nil : "\(mark.rawValue) \(mark.meaning(marked))"
    }
    func note(_ count: Int, _ one: String, _ many: String) {
      if count > 0 { notes.append(count == 1 ? "1 \(one)" : "\(count) \(many)") }
    }
    note(
      disputed, "cell has claims that differ: --all shows them",
      "cells have claims that differ: --all shows them")
    note(denied, "claim is denied", "claims are denied")
    note(
      timeless, "claim is of no whole \(interval): without --by it is shown",
      "claims are of no whole \(interval): without --by they are shown")
    return notes
  }
}

/// Signs behind a number, and what they say of it.
enum ClaimMark: String, CaseIterable {
  case converted = "*"
  case fiscal = "†"
  case restated = "‡"
  case guidance = "§"
  case rumoured = "¶"

  @Sendable func isOn(_ cell: JSON) -> Bool {
    switch self {
    case .converted: cell["converted"]?.isNull == false
    case .fiscal: cell["fiscal"]?.isNull == false
    case .restated: cell["restates"]?.isNull == false
    case .guidance: cell["guidance"] == true
    case .rumoured: cell["stance"] == "rumoured"
    }
  }

  func meaning(_ cells: [JSON]) -> String {
    switch self {
    case .converted: return ClaimMark.conversion(cells)
    case .fiscal:
      return "a fiscal year or quarter, where most of its days lie; the first are "
        + ClaimMark.told(cells) { $0["fiscal"]?.string }
    case .restated:
      return "restated; the first were before "
        + ClaimMark.told(cells) { $0["restates"]?.string.map(Numerals.compact) }
    case .guidance: return "said before it could be known"
    case .rumoured: return "a rumour"
    }
  }

  /// By which averages amounts were converted; says so where a year's rates are those of an earlier one.
  static func conversion(_ cells: [JSON]) -> String {
    let conversions = cells.compactMap { $0["converted"] }.filter { !$0.isNull }
    let sources = Set(conversions.compactMap { $0["source"]?.string }).sorted()
    let years = Set(conversions.compactMap { $0["year"]?.integer }).sorted()
    let span = years.first == years.last ? "\(years[0])" : "\(years[0])–\(years.last!)"
    return "converted at the average rates of \(span) (\(sources.joined(separator: "; ")))"
  }

  /// Of each actor the first.
  private static func told(_ cells: [JSON], _ text: (JSON) -> String?) -> String {
    var seen: Set<String> = []
    return cells.compactMap { cell in
      let actor = cell["actor"]?.string ?? ""
      guard let text = text(cell), seen.insert(actor).inserted else { return nil }
      return "\(actor) \(text)"
    }.joined(separator: ", ")
  }
}
