import EventModel
import GRDB

extension ReportFilter {
  /// A condition on the row of `report` at a position, and its arguments in order.
  func condition(at position: Int64) -> (sql: String, arguments: StatementArguments) {
    var clauses: [String] = []
    var arguments = StatementArguments()
    func require(_ clause: String, _ values: [String]) {
      guard !values.isEmpty else { return }
      let marks = values.map { _ in "?" }.joined(separator: ", ")
      clauses.append(clause.replacing("(?)", with: "(\(marks))"))
      arguments += StatementArguments(values)
    }
    require("report.row IN (SELECT row FROM report_actor WHERE actor IN (?))", actors)
    require("report.type IN (?)", types.map(\.rawValue))
    require("report.stance IN (?)", stances.map(\.rawValue))
    require("report.polarity IN (?)", polarities.map(\.rawValue))
    require("substr(report.language, 1, 2) IN (?)", languages)
    require("report.source IN (?)", sources)
    let measures = """
      report.report IN (SELECT report FROM measure WHERE since <= \(position)
      AND (until IS NULL OR until > \(position)) AND
      """
    require("\(measures) metric IN (?))", metrics)
    for prefix in ids {
      clauses.append("substr(hex(report.event), 1, ?) = upper(?)")
      arguments += [prefix.utf8.count, prefix]
    }
    if !amounts.isEmpty {
      let alternatives = amounts.map { condition in
        arguments += [condition.value.double]
        let unit = condition.unit.map { _ in " AND unit = ?" } ?? ""
        if let name = condition.unit { arguments += [name] }
        return "number \(condition.relation.rawValue) ?\(unit)"
      }
      clauses.append("\(measures) (\(alternatives.joined(separator: " OR "))))")
    }
    if !words.isEmpty {
      clauses.append(
        """
        report.report IN (SELECT report FROM search_text WHERE row IN
        (SELECT rowid FROM search_fts WHERE search_fts MATCH ?))
        """)
      arguments += [SearchProjection.expression(words)]
    }
    return (clauses.isEmpty ? "1" : clauses.joined(separator: " AND "), arguments)
  }
}
