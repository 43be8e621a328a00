import EventModel

/// What is said with a question: texts by the names of its parameters, each of which has been read as
/// what the parameter takes.
package struct Arguments: Sendable {
  private let values: [String: [String]]

  /// Throws a ``QueryError`` for a name that the question does not have, for one that it needs, and for
  /// a value of another kind.
  package init(_ values: [String: [String]], for inquiry: Inquiry) throws(QueryError) {
    let names = inquiry.parameters.map(\.name)
    if let unknown = values.keys.sorted().first(where: { !names.contains($0) }) {
      throw QueryError(
        "“\(inquiry.name)” has no parameter “\(unknown)”",
        hint: nearest(to: unknown, in: names).map { "did you mean “\($0)”?" }
          ?? "it has \(names.joined(separator: ", "))")
    }
    for parameter in inquiry.parameters {
      let given = values[parameter.name] ?? []
      if given.isEmpty, parameter.isRequired {
        throw QueryError("“\(inquiry.name)” needs: \(parameter.name)", hint: parameter.summary)
      }
      for text in given where !parameter.takes(text) {
        throw QueryError("\(parameter.name): “\(text)” is \(parameter.complaint)")
      }
    }
    self.values = values
  }

  func texts(_ name: String) -> [String] { values[name] ?? [] }

  func text(_ name: String) -> String? { values[name]?.first }

  func count(_ name: String) -> Int? { text(name).flatMap { Int($0) } }

  func number(_ name: String) -> Double? { text(name).flatMap { Double($0) } }

  func choice<Choice: RawRepresentable>(_ name: String) -> Choice?
  where Choice.RawValue == String {
    text(name).flatMap(Choice.init)
  }

  /// The days that `period`, `since` and `until` leave.
  func period(today: CivilDay) throws(QueryError) -> Period {
    var result = Period.all
    if let text = text("period") { result = try Period(text, today: today) }
    if let text = text("since") {
      result = result.intersection(Period(first: try Period(text, today: today).first, last: nil))
    }
    if let text = text("until") {
      result = result.intersection(Period(first: nil, last: try Period(text, today: today).last))
    }
    return result
  }
}

extension Parameter {
  fileprivate func takes(_ text: String) -> Bool {
    switch kind {
    case .text, .query, .texts: true
    case .count: Int(text).map { $0 > 0 } ?? false
    case .number: Double(text)?.isFinite ?? false
    case .choice(let words): words.contains(text)
    }
  }

  fileprivate var complaint: String {
    switch kind {
    case .text, .query, .texts: ""
    case .count: "no whole number from one on"
    case .number: "no number"
    case .choice(let words): "none of \(words.joined(separator: ", "))"
    }
  }
}
