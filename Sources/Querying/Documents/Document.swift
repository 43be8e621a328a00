package import EventModel
package import JSONText

/// What a command answers with: typed tables, facts, paragraphs and notes, in the order in which people
/// read them, and the same as one JSON value. Every format renders every document.
package struct Document: Sendable {
  package enum Part: Sendable {
    case paragraph(String)
    case facts(Facts)
    case table(Table)
    /// What to know before using the rest.
    case notes([String])
  }

  /// What it is about, in one line; nil where that goes without saying.
  package let title: String?
  package var parts: [Part]
  /// The whole of it as an object of its contract, whose first member is the schema's name and version.
  package var json: JSON
  /// Which question it answers, of which store.
  package var subject: Subject?

  package init(title: String? = nil, parts: [Part], json: JSON) {
    self.title = title
    self.parts = parts
    self.json = json
  }

  /// Rows of a schema such as `annals.events/1`, in the contract's envelope: what was seen (`head`, the
  /// last position), the day for which it was asked, and the period.
  package init(
    schema: String, head: Int64, asOf: CivilDay, period: Period? = nil,
    extras: [JSON.Member] = [], title: String? = nil, columns: [Column], rows: [JSON],
    chart: Chart? = nil, footnotes: [String] = []
  ) {
    var members: [JSON.Member] = [
      .init("schema", .string(schema)), .init("head", .number(head)),
      .init("asOf", .string(asOf.description)),
    ]
    if let period {
      let ends = [period.first, period.last].map { $0.map { JSON.string($0.description) } ?? .null }
      members.append(.init("period", .array(ends)))
    }
    self.init(
      title: title, parts: [.table(Table(columns, rows, chart: chart, footnotes: footnotes))],
      json: .object(members + extras + [.init("rows", .array(rows))]))
  }

  /// Rows of what is not asked of a store.
  package init(schema: String, title: String? = nil, columns: [Column], rows: [JSON]) {
    self.init(
      title: title, parts: [.table(Table(columns, rows))],
      json: .object(["schema": .string(schema), "rows": .array(rows)]))
  }

  /// A few facts, whose JSON has a member for each.
  package init(
    schema: String, facts: KeyValuePairs<String, JSON?>, and more: [JSON.Member] = []
  ) {
    let known = facts.compactMap { key, value in value.map { JSON.Member(key, $0) } } + more
    self.init(
      parts: [.facts(Facts(known.map { Fact($0.key, Cell($0.value)) }))],
      json: .object([.init("schema", .string(schema))] + known))
  }

  /// The same with one more member of its JSON.
  package func adding(_ key: String, _ value: JSON) -> Document {
    var document = self
    document.json = .object((json.members ?? []) + [.init(key, value)])
    return document
  }

  /// Whether it is more than one table: words and figures to be read from above.
  package var isPage: Bool {
    if case .table? = parts.first { parts.count > 1 } else { true }
  }

  /// Whether it is one table without rows, and nothing is said of it.
  package var isEmpty: Bool {
    guard title == nil, parts.count == 1, case .table(let table) = parts[0] else { return false }
    return table.rows.isEmpty && table.footnotes.isEmpty
  }

  /// By what its events are to be put into lanes; nil where that was not asked.
  package var lanes: LaneKey? {
    if case .table(let table)? = parts.first, case .lanes(let key)? = table.chart {
      key
    } else {
      nil
    }
  }

  /// The rows of its contract; none where it is one object.
  package var rows: [JSON] { json["rows"]?.elements ?? [] }

  /// A line of JSON Lines each: the rows, or the whole where it is one object.
  package var lines: [JSON] { json["rows"]?.elements ?? [json] }
}

/// What tells an answer from those to other questions, whenever and by whatever format it is asked.
package struct Subject: Equatable, Sendable {
  /// 32 hexadecimal digits: of the store and of the question.
  package let id: String
  /// `timeline actor:OpenAI, 2023`.
  package let title: String
  /// The last position of the log that was seen, and the day for which it was asked.
  package let head: Int64
  package let asOf: CivilDay
}

/// Whom a column, a fact or a table is for. What people see may leave out what says the same twice;
/// what programs read (csv, tsv) is never dropped or moved, and new columns come last.
package enum Audience: Sendable {
  case everyone, people, programs
}

/// Rows that stand for themselves, and the columns that are shown of them.
package struct Table: Sendable {
  package let title: String?
  package var audience: Audience
  package var columns: [Column]
  package var rows: [JSON]
  package let chart: Chart?
  /// What people are told below it: what its signs mean, what it leaves out.
  package var footnotes: [String]

  package init(
    _ columns: [Column], _ rows: [JSON], title: String? = nil, for audience: Audience = .everyone,
    chart: Chart? = nil, footnotes: [String] = []
  ) {
    self.title = title
    self.audience = audience
    self.columns = columns
    self.rows = rows
    self.chart = chart
    self.footnotes = footnotes
  }
}

/// How a table is drawn.
package enum Chart: Sendable {
  /// A bar a row, as long as the number under a key of it.
  case bars(String)
  /// Events in lanes instead of rows.
  case lanes(LaneKey)
  /// A fan a row, from its `median` and its `intervals`.
  case fans
}

/// By what events are put into lanes.
package enum LaneKey: String, Sendable, CaseIterable { case actor, type }

/// Labelled values.
package struct Facts: Sendable {
  package let audience: Audience
  package let facts: [Fact]

  package init(_ facts: [Fact], for audience: Audience = .everyone) {
    self.audience = audience
    self.facts = facts
  }
}

package struct Fact: Sendable {
  package let label: String
  package let value: Cell

  package init(_ label: String, _ value: Cell) {
    self.label = label
    self.value = value
  }
}
