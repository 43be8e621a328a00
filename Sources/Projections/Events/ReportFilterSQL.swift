import EventLog
import EventModel
import GRDB

/// A piece of SQL with the values of its marks, in order.
struct Condition {
  var sql: String
  var arguments: StatementArguments = []

  /// Holds where another does too.
  mutating func and(_ sql: String, _ arguments: StatementArguments = []) {
    self.sql += " AND \(sql)"
    self.arguments += arguments
  }
}

extension ReportFilter {
  /// The events one of whose accounts fits, as a subquery; nil when every event fits.
  func events(in snapshot: Snapshot) throws -> Condition? {
    if !types.isEmpty, self == ReportFilter(types: types), snapshot.publishedBy == nil {
      let list = EventList.ofType
      let (marks, held) = (
        types.map { _ in "?" }.joined(separator: ", "), snapshot.held(list.name)
      )
      return Condition(
        sql: "SELECT event FROM \(list.name) WHERE \(list.key) IN (\(marks)) AND \(held.sql)",
        arguments: StatementArguments(types.map(\.rawValue)) + held.arguments)
    }
    return try accounts(in: snapshot).map { told in
      Condition(
        sql: "SELECT account.event FROM account WHERE \(told.sql)", arguments: told.arguments)
    }
  }

  /// The condition on the rows of `account` that fit and count; nil when every account fits.
  func accounts(in snapshot: Snapshot) throws -> Condition? {
    let (live, log) = (snapshot.liveAccount, snapshot.log)
    if isEmpty { return nil }
    var clauses: [String] = []
    var arguments = StatementArguments()
    func require(_ clause: String, _ values: [String]) {
      guard !values.isEmpty else { return }
      let marks = values.map { _ in "?" }.joined(separator: ", ")
      clauses.append(clause.replacing("(?)", with: "(\(marks))"))
      arguments += StatementArguments(values)
    }
    require(
      """
      account.row IN (SELECT row FROM account_actor WHERE actor IN
      (SELECT actor FROM actor WHERE name IN (?)))
      """, actors)
    require("account.type IN (?)", types.map(\.rawValue))
    require("account.stance IN (?)", stances.map(\.rawValue))
    require("account.polarity IN (?)", polarities.map(\.rawValue))
    require("substr(account.language, 1, 2) IN (?)", languages)
    require("account.source IN (SELECT source FROM source WHERE name IN (?))", sources)
    require("account.row IN (SELECT row FROM measure WHERE metric IN (?))", metrics)
    if !ids.isEmpty {
      let numbers = try ids.flatMap { try log.positions(idPrefix: $0, limit: 1000) }
      let marks = numbers.map { _ in "?" }.joined(separator: ", ")
      clauses.append("account.event IN (\(marks))")
      arguments += StatementArguments(numbers)
    }
    if !amounts.isEmpty {
      let alternatives = amounts.map { condition in
        arguments += [condition.value.double]
        let unit = condition.unit.map { _ in " AND unit = ?" } ?? ""
        if let name = condition.unit { arguments += [name] }
        return "number \(condition.relation.rawValue) ?\(unit)"
      }
      clauses.append(
        "account.row IN (SELECT row FROM measure WHERE \(alternatives.joined(separator: " OR ")))")
    }
    func bear(_ marked: Condition) {
      clauses.append("account.event IN (\(marked.sql))")
      arguments += marked.arguments
    }
    if !tags.isEmpty {
      let marks = tags.map { _ in "?" }.joined(separator: ", ")
      bear(
        snapshot.marked("mark.kind = 'tag' AND mark.text IN (\(marks))", StatementArguments(tags)))
    }
    for mark in marks { bear(snapshot.marked("mark.kind = ?", [mark.rawValue])) }
    if !words.isEmpty {
      clauses.append("account.row IN (SELECT rowid FROM search_fts WHERE search_fts MATCH ?)")
      arguments += [SearchWords.expression(words)]
    }
    return Condition(
      sql: "\(clauses.joined(separator: " AND ")) AND \(live.sql)",
      arguments: arguments + live.arguments)
  }
}
