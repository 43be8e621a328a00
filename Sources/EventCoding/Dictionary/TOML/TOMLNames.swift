/// Which names a TOML document has given away: none may be given twice.
struct TOMLNames {
  private enum Sort { case value, table, list, implied }

  private var known: [[String]: (sort: Sort, line: Int)] = [:]

  /// Opens a table, or one more of a list of tables. Says whether its path is new and outside lists.
  mutating func open(_ path: [String], isList: Bool, line: Int) throws(TOMLError) -> Bool {
    if try imply(path, line) { return false }
    switch (known[path]?.sort, isList) {
    case (nil, _), (.implied, false): break
    case (.list, true): return false
    default: throw taken(path, line)
    }
    known[path] = (isList ? .list : .table, line)
    return true
  }

  /// Gives a key its value. Says whether it stands outside lists of tables, whose keys may repeat.
  mutating func add(_ path: [String], line: Int) throws(TOMLError) -> Bool {
    if try imply(path, line) { return false }
    guard known[path] == nil else { throw taken(path, line) }
    known[path] = (.value, line)
    return true
  }

  /// Marks the tables around a path. Says whether one of them is of a list.
  private mutating func imply(_ path: [String], _ line: Int) throws(TOMLError) -> Bool {
    for length in 1..<max(path.count, 1) {
      let outer = Array(path.prefix(length))
      switch known[outer]?.sort {
      case .list: return true
      case .value: throw taken(outer, line)
      case .table, .implied: break
      case nil: known[outer] = (.implied, line)
      }
    }
    return false
  }

  private func taken(_ path: [String], _ line: Int) -> TOMLError {
    let first = known[path].map { " after line \($0.line)" } ?? ""
    return TOMLError(line: line, reason: "\(path.joined(separator: ".")) stands again\(first)")
  }
}
