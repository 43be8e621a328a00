import EventModel
import Forecasting
import JSONText
import Projections

extension Inquiry {
  package static let shift = Inquiry(
    "shift", "Say what speaks for and against a shift out of the open phase.",
    schema: "annals.shift/1",
    [Parameter("sequence", .text, "The sequence, such as nlp.", isRequired: true)],
    reconstructs: true
  ) { question, arguments in try question.shift(of: arguments.text("sequence") ?? "").document }
}

/// The open phase of a sequence, with the rival definitions of its end.
struct ShiftAnswer {
  let input: ForecastInput
  let phase: String
  let ends: [RivalEnd]
  let position: Int64
  /// The forecast of the open phase, as if none of them held.
  let open: ForecastAnswer?
  /// For each definition the forecast of the phase that it says has begun; nil where it is not met.
  let next: [ForecastAnswer?]
}

extension Question {
  func shift(of sequence: String) throws -> ShiftAnswer {
    let input = try forecastInput(sequence)
    guard let phase = input.current, let began = input.began else {
      throw QueryError(
        "“\(sequence)” has no open phase on \(asOf)", hint: "annals phases \(sequence)")
    }
    let ends = try rivalEnds(of: sequence, after: phase, since: began)
    guard !ends.isEmpty else {
      throw QueryError(
        "nobody says what would end “\(phase)” of \(sequence)",
        hint: "a book may: Events/README.md, “What would end a phase”")
    }
    return ShiftAnswer(
      input: input, phase: phase, ends: ends, position: snapshot.position,
      open: try? ForecastAnswer(input),
      next: ends.map { end in
        guard end.met != nil, let ended = end.boundary.flatMap({ input.ending($0) }) else {
          return nil
        }
        return try? ForecastAnswer(ended)
      })
  }
}

extension ShiftAnswer {
  var document: Document {
    let known = input.knownUntil.map { "known until \($0.day): " } ?? ""
    let began = input.began.map { "\($0)" } ?? ""
    var parts: [Document.Part] = [
      .table(Table(ShiftAnswer.candidateColumns, candidates, for: .programs)),
      .table(Table(ShiftAnswer.endColumns, ends.indices.map(end), for: .people)),
    ]
    for index in ends.indices {
      parts.append(.paragraph(ends[index].definition.name + ": " + rule(ends[index])))
      let rows = candidates(of: ends[index])
      if !rows.isEmpty {
        parts.append(.table(Table(ShiftAnswer.shownColumns, rows, for: .people)))
      }
      parts += evidence(ends[index]).map(Document.Part.paragraph)
    }
    return Document(
      title: "\(known)“\(phase)” of \(input.sequence ?? "") began \(began); is it over by "
        + "\(input.asOf)?", parts: parts, json: json)
  }

  private var json: JSON {
    .object([
      "schema": "annals.shift/1", "head": .number(position), "asOf": .string("\(input.asOf)"),
      "sequence": input.sequence.map(JSON.string) ?? .null, "phase": .string(phase),
      "began": input.began.map { .string("\($0)") } ?? .null,
      "knownUntil": input.knownUntil.map { .string("\($0.day)") } ?? .null,
      "ends": .array(ends.indices.map(end)), "rows": .array(candidates),
    ])
  }

  /// What holds under one definition, and the forecast under it.
  private func end(_ index: Int) -> JSON {
    let end = ends[index]
    let forecast = next[index] ?? open
    let law = forecast?.forecast.lawNow
    func day(_ quantile: Double) -> JSON {
      law.flatMap { forecast?.input.day(at: $0.quantile(quantile)) }
        .map { .string("\($0)") } ?? .null
    }
    let boundary = end.met == nil ? nil : end.boundary
    let lasted = boundary.flatMap { last in input.began.map { input.unit.count(from: $0, to: last) }
    }
    return .object([
      "end": .string(end.definition.name),
      "events": .strings(end.definition.events), "against": .strings(end.definition.against),
      "actors": .number(Int64(end.definition.actors)), "missing": .number(Int64(end.missing)),
      "met": end.met.map { .string("\($0)") } ?? .null,
      "boundary": boundary.map { .string("\($0)") } ?? .null,
      "lasted": lasted.map { .number(Numerals.rounded($0)) } ?? .null,
      "unit": .string(input.unit.rawValue),
      "forecasts": .string(next[index] == nil ? "this phase" : "next phase"),
      "median": day(0.5), "low80": day(0.1), "high80": day(0.9),
      "candidates": .number(Int64(end.candidates.count)),
      "opposing": .array(end.against.map { EventAnswer.row($0) }),
      "share": .array(
        end.years.map { .array([.number(Int64($0.candidates)), .number(Int64($0.events))]) }),
      "settles": .string(end.definition.settles),
      "source": .string(end.definition.mention.citation),
    ])
  }

  private static let endColumns = [
    Column("end", key: "end"),
    Column("standing") { row in
      row["met"] == .null
        ? .text("\(Numerals.counted(Int(row["missing"]?.double ?? 0), "more actor")) needed")
        : .text("met \(Cell(row["met"]).plain)")
    }.fitting(.fixed),
    Column("began") { .date($0["boundary"]) },
    Column("lasted", isNumeric: true) { .decimal($0["lasted"]?.double) }.fitting(.spare),
    Column("forecast", key: "forecasts"), Column("median") { .date($0["median"]) },
    Column("80 %") { row in
      .text("\(Cell(row["low80"]).plain) to \(Cell(row["high80"]).plain)")
    }.fitting(.fixed),
  ]

  private var candidates: [JSON] { ends.flatMap(candidates) }

  private func candidates(of end: RivalEnd) -> [JSON] {
    end.candidates.map { candidate in
      let mention = candidate.view.head.report.mention
      return .object([
        "end": .string(end.definition.name), "date": .string("\(candidate.day)"),
        "actor": .string(candidate.actor), "title": .string(candidate.view.event.title),
        "counts": .bool(candidate.counts), "stance": .string(candidate.view.stance.rawValue),
        "polarity": .string(candidate.view.event.polarity.rawValue),
        "scope": .number(candidate.view.event.scope ?? 1),
        "source": .string(mention.citation),
        "id": .string(candidate.view.id.description),
      ])
    }
  }

  private static let candidateColumns = [
    Column("end", key: "end"), Column("date") { .date($0["date"]) },
    Column("actor", key: "actor"), Column("title", key: "title"), Column("counts", key: "counts"),
    Column("stance", key: "stance"), Column("polarity", key: "polarity"),
    Column("scope", key: "scope", isNumeric: true), Column("source", key: "source"),
    Column("id") { .id($0["id"]) },
  ]

  private static let shownColumns = [
    Column("date") { .date($0["date"]) }, Column("title", key: "title"),
    Column("for", for: .people) { $0["counts"] == true ? .text("for") : .empty },
    Column("stance", key: "stance"),
    Column("scope", isNumeric: true) { .decimal($0["scope"]?.double) },
    Column("source", key: "source"), Column("id") { .id($0["id"]) },
  ]

  private func rule(_ end: RivalEnd) -> String {
    let queries = end.definition.events.map { "“\($0)”" }.joined(separator: " or ")
    return
      "begun by the first event of \(queries), once \(end.definition.actors) actors have told one"
  }

  /// What speaks for and against it, and what would settle it, in sentences.
  private func evidence(_ end: RivalEnd) -> [String] {
    let shares = end.years.map { "\($0.candidates) of \($0.events)" }
    var told = [
      "For: \(shares[0]) events of the last year are such, of the year before \(shares[1])."
    ]
    if let boundary = end.boundary, let open, let began = input.began, end.met != nil {
      let lasted = input.unit.count(from: began, to: boundary)
      told[0] +=
        " The phase would have lasted \(Numerals.short(lasted)) \(input.unit.rawValue)s; before it "
        + "began the law gave that or less \(Numerals.short(open.forecast.law.cdf(lasted)))."
    }
    var against = end.against.map { view in
      let mention = view.head.report.mention
      return "\(view.event.title) (\(view.date?.text ?? ""), \(mention.citation))"
    }
    let silent = end.candidates.count { !$0.counts && $0.view.event.polarity == .denied }
    if silent > 0 { against.append("\(silent) denied") }
    if end.missing > 0 { against.append("\(end.missing) more actors are needed") }
    against.append("no source of the sequence names another phase")
    told.append("Against: " + against.joined(separator: "; ") + ".")
    if !end.definition.settles.isEmpty { told.append("Settled by: \(end.definition.settles)") }
    return told
  }
}
