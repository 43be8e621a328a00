import EventModel
import Projections

/// How companies count their years, where these do not end in December.
package struct FiscalYears: Sendable {
  private struct Rule {
    /// 1...12.
    let lastMonth: Int
    /// Whether a year is named by the calendar year in which it ends.
    let isNamedByEnd: Bool
  }

  private var rules: [String: Rule] = [:]

  package init() {}

  /// Reads a table with the columns `actor`, `last month` and `named by` (`end` or `start`).
  package init(reading text: String) throws(TableProblem) {
    for row in try FigureTable(reading: text).rows {
      guard let actor = row.cells["actor"],
        let month = row.cells["last month"].flatMap({ Int($0) }),
        1...12 ~= month, let named = row.cells["named by"], ["end", "start"].contains(named)
      else { throw TableProblem(line: row.line, "write an actor, a month, and end or start") }
      rules[actor] = Rule(lastMonth: month, isNamedByEnd: named == "end")
    }
  }

  /// The days of a fiscal year, half or quarter that an actor names by a calendar one; nil where the
  /// actor's years are not known.
  func days(of stated: PartialDate, for actor: String) -> PartialDate? {
    guard let rule = rules[actor], let (year, month, _) = stated.first?.components,
      let length = [.year: 12, .half: 6, .quarter: 3][stated.precision]
    else { return nil }
    // Months counted from the beginning of the year 0.
    let end = (rule.isNamedByEnd || rule.lastMonth == 12 ? year : year + 1) * 12 + rule.lastMonth
    let start = end - 12 + (month - 1)
    func named(_ index: Int) -> PartialDate { PartialDate(year: index / 12, month: index % 12 + 1) }
    return PartialDate(from: named(start), to: named(start + length - 1))
  }
}

extension Claim {
  /// Whether its source says that it counts in fiscal years.
  var saysFiscal: Bool {
    let report = account.report
    return [report.mention.title, report.event.title].compactMap(\.self).contains { title in
      let words = title.lowercased().split { !$0.isLetter && !$0.isNumber }
      return title.contains("财年")
        || words.contains { $0 == "fiscal" || $0.isFiscalYear }
    }
  }
}

extension Substring {
  /// `fy`, `fy24`, `fy2024`.
  fileprivate var isFiscalYear: Bool {
    hasPrefix("fy") && dropFirst(2).allSatisfy(\.isNumber)
  }
}
