import EventModel
import JSONText
import Querying

/// How the answers of one contract are drawn.
struct VegaLiteChart: Sendable {
  let schema: String
  /// The rows that are drawn.
  let values: @Sendable (_ answer: JSON) -> [JSON]
  /// Marks and encodings.
  let drawing: JSON

  private init(
    _ schema: String, _ drawing: String, values: @escaping @Sendable (_ answer: JSON) -> [JSON]
  ) {
    self.schema = schema
    self.values = values
    // Each is written below, and drawn by a test.
    self.drawing = (try? JSON.parse(drawing)) ?? .null
  }

  static let all = [events, counts, growth, claims, phases, forecast]

  private static let events = VegaLiteChart(
    "annals.events/1",
    """
    {"mark":{"type":"point","filled":true},"encoding":{
      "x":{"field":"day","type":"temporal","title":null},
      "y":{"field":"type","type":"nominal","title":null},
      "color":{"field":"stance","type":"nominal"},
      "shape":{"field":"polarity","type":"nominal"},
      "tooltip":[{"field":"title"},{"field":"date"},{"field":"actors"},{"field":"stance"},
        {"field":"id"}]}}
    """
  ) { answer in
    (answer["rows"]?.elements ?? []).compactMap { row in
      guard let day = day(row["date"]) else { return nil }
      return .object([
        "day": day, "date": row["date"], "type": row["type"], "title": row["title"],
        "actors": .string(Cell(row["actors"]).plain), "stance": row["stance"],
        "polarity": row["polarity"], "id": row["id"],
      ])
    }
  }

  private static let counts = VegaLiteChart(
    "annals.counts/1",
    """
    {"mark":"bar","encoding":{
      "x":{"field":"day","type":"temporal","title":null},
      "x2":{"field":"end"},
      "y":{"field":"count","type":"quantitative","title":"events"},
      "color":{"field":"burst","type":"nominal"},
      "opacity":{"condition":{"test":"datum.coverage === 'whole'","value":1},"value":0.5},
      "tooltip":[{"field":"interval"},{"field":"count"},{"field":"total"},{"field":"share"},
        {"field":"coverage"}]}}
    """
  ) { answer in
    (answer["rows"]?.elements ?? []).map { row in
      .object(
        (row.members ?? []) + [
          .init("day", day(row["interval"]) ?? .null),
          .init("end", day(row["interval"], isEnd: true) ?? .null),
        ])
    }
  }

  private static let growth = VegaLiteChart(
    "annals.growth/1",
    """
    {"encoding":{
      "x":{"field":"day","type":"temporal","title":null},
      "y":{"field":"value","type":"quantitative","scale":{"type":"log"}}},
     "layer":[
      {"mark":"rule","encoding":{"y":{"field":"low","type":"quantitative"},
        "y2":{"field":"high"},"opacity":{"value":0.5}}},
      {"mark":{"type":"point","filled":true},"encoding":{
        "color":{"field":"use","type":"nominal"},
        "tooltip":[{"field":"actor"},{"field":"day"},{"field":"value"},{"field":"unit"},
          {"field":"use"}]}}]}
    """
  ) { answer in
    let claims = ["observations", "bounds", "forecasts"].flatMap { answer[$0]?.elements ?? [] }
    let ends = answer["forecast"]?["intervals"]?["95"]?.elements
    guard let median = answer["forecast"]?["median"], let ends, ends.count == 2 else {
      return claims
    }
    return claims + [
      .object([
        "day": answer["forecast"]?["date"], "value": median, "low": ends[0], "high": ends[1],
        "actor": answer["actor"], "unit": answer["unit"], "use": "the trend, 95 %",
      ])
    ]
  }

  private static let claims = VegaLiteChart(
    "annals.claims/1",
    """
    {"mark":{"type":"point","filled":true},"encoding":{
      "x":{"field":"amount","type":"quantitative","title":null},
      "y":{"field":"actor","type":"nominal","title":null},
      "row":{"field":"unit","type":"nominal"},
      "color":{"field":"stance","type":"nominal"},
      "shape":{"field":"polarity","type":"nominal"},
      "tooltip":[{"field":"actor"},{"field":"metric"},{"field":"amount"},{"field":"unit"},
        {"field":"bound"},{"field":"period"},{"field":"stance"},{"field":"source"}]},
     "resolve":{"scale":{"x":"independent","y":"independent"}}}
    """
  ) { answer in
    (answer["rows"]?.elements ?? []).map { row in
      let amount = row["signed"]?.string ?? row["value"]?.string ?? ""
      return .object([
        "actor": row["actor"], "metric": row["metric"],
        "amount": Double(amount).map { .number($0) } ?? .null,
        "unit": row["currency"] ?? row["unit"], "bound": row["bound"], "period": row["period"],
        "stance": row["stance"], "polarity": row["polarity"], "source": row["source"],
      ])
    }
  }

  /// A phase that still lasts is drawn to the day for which was asked.
  private static let phases = VegaLiteChart(
    "annals.phases/1",
    """
    {"mark":{"type":"bar","cornerRadius":2},"encoding":{
      "x":{"field":"day","type":"temporal","title":null},
      "x2":{"field":"end"},
      "y":{"field":"name","type":"nominal","sort":null,"title":null},
      "color":{"field":"sequence","type":"nominal"},
      "opacity":{"condition":{"test":"datum.ended === null","value":0.5},"value":1},
      "tooltip":[{"field":"sequence"},{"field":"name"},{"field":"began"},{"field":"ended"},
        {"field":"duration"},{"field":"unit"}]}}
    """
  ) { answer in
    (answer["rows"]?.elements ?? []).compactMap { row in
      guard let began = day(row["began"]) else { return nil }
      return .object(
        (row.members ?? []).filter { $0.key != "stated" } + [
          .init("day", began), .init("end", day(row["ended"]) ?? answer["asOf"] ?? .null),
        ])
    }
  }

  /// The intervals in which the phase ends, the widest first, and the median in each.
  private static let forecast = VegaLiteChart(
    "annals.forecast/1",
    """
    {"encoding":{"y":{"field":"level","type":"nominal","sort":null,"title":"%"}},
     "layer":[
      {"mark":"bar","encoding":{
        "x":{"field":"day","type":"temporal","title":null},"x2":{"field":"end"},
        "opacity":{"value":0.5},
        "tooltip":[{"field":"phase"},{"field":"level"},{"field":"day"},{"field":"median"},
          {"field":"end"}]}},
      {"mark":"tick","encoding":{"x":{"field":"median","type":"temporal"}}}]}
    """
  ) { answer in
    let said = [answer["conditional"], answer["referenceClass"]].compactMap(\.self)
      .first { $0["dates"]?.members != nil }
    return ["95", "80", "50"].compactMap { level in
      guard let ends = said?["dates"]?[level]?.elements, ends.count == 2 else { return nil }
      return .object([
        "level": .string(level), "day": ends[0], "end": ends[1], "median": said?["date"],
        "phase": answer["current"]?["phase"],
      ])
    }
  }

  /// The first day of a date, or the one after its last.
  private static func day(_ date: JSON?, isEnd: Bool = false) -> JSON? {
    guard let date = date?.string.flatMap({ try? PartialDate(edtf: $0) }) else { return nil }
    let day = isEnd ? date.last?.advanced(by: 1) : date.first ?? date.last
    return day.map { .string($0.description) }
  }
}
