import EventModel
import Forecasting
import Foundation
import JSONText

/// How the intervals of metric forecasts held on the real series of `../shared/forecasting/data`, each
/// made from what came before: those of the value about a year ahead, and those of the day on which a
/// level of 2, 5 or 10 times the record was reached. The series are those of `tools/crossings.py` and
/// `tools/metric_forecasts.py` but for the five that statsmodels brings.
enum GrowthBenchmark {
  private static let folder = "../shared/forecasting/data"

  static func run() throws {
    guard FileManager.default.fileExists(atPath: folder) else {
      return print("no \(folder): no forecasts of metrics")
    }
    var pit: [Double] = []
    var held: [Bool] = []
    for (name, series) in try series().sorted(by: { $0.key < $1.key }) {
      let (values, crossings) = (yearAhead(series), self.crossings(series))
      print(
        "\(name), \(series.count) observations: 80 % covers \(told(values.map { 0.1...0.9 ~= $0 })),",
        "crossings \(told(crossings))")
      pit += values
      held += crossings
    }
    for (level, range) in [("50", 0.25...0.75), ("80", 0.1...0.9), ("95", 0.025...0.975)] {
      print("all, values a year ahead, \(level) %: \(told(pit.map { range ~= $0 }))")
    }
    print("all, crossings, 95 %: \(told(held))")
  }

  private static func told(_ held: [Bool]) -> String {
    var share = Share()
    for isHeld in held { share.add(isHeld) }
    return "\(share)"
  }

  /// F(what came) for the observation nearest to a year after each origin, of at most 25 origins.
  private static func yearAhead(_ series: [Observation]) -> [Double] {
    stride(from: 4, to: series.count, by: max(1, series.count / 25)).compactMap { count in
      let last = series[count - 1].day
      let later = series[count...].filter { 180...550 ~= $0.day - last }
      guard let next = later.min(by: { abs($0.day - last - 365) < abs($1.day - last - 365) }),
        let law = try? GrowthTrend(Array(series[..<count])).forecast(at: next.day)
      else { return nil }
      return law.cdf(next.value)
    }
  }

  /// For each level that was reached, as far as the slope was told from none: whether the interval held
  /// the day.
  private static func crossings(_ series: [Observation]) -> [Bool] {
    guard let first = series.first, let end = series.last else { return [] }
    let rises = first.value < end.value
    return (5..<max(5, series.count)).flatMap { count in
      let values = series[..<count].map(\.value)
      return [2.0, 5, 10].compactMap { factor -> Bool? in
        let level = rises ? values.max()! * factor : values.min()! / factor
        guard let real = series.first(where: { rises ? $0.value >= level : $0.value <= level }),
          let trend = try? GrowthTrend(Array(series[..<count])),
          (try? trend.reaches(level)) != nil, let forecast = try? trend.forecast(reaching: level)
        else { return nil }
        return forecast.earliest <= real.day && real.day <= forecast.latest ?? .infinity
      }
    }
  }

  /// The series by name, in the order of their days; of one day the highest value.
  private static func series() throws -> [String: [Observation]] {
    var series: [String: [Observation]] = [:]
    series["METR time horizon"] = try json("metr_time_horizons_1_1").compactMap { row in
      row["sota"] == true ? observation(row["date"]?.string, row["p50"]?["estimate"]?.double) : nil
    }
    series["nanoGPT minutes"] = try json("nanogpt_speedrun_records").compactMap { row in
      observation(row["date"]?.string, row["minutes"]?.double)
    }
    for row in try csv("epoch_ai_companies_revenue_reports") {
      let value = Double(row["Annualized revenue (USD)"] ?? "")
      guard let observation = observation(row["Date"], value) else { continue }
      series["revenue of \(row["Company"] ?? "")", default: []].append(observation)
    }
    let models = try csv("epoch_notable_2026-01_slim")
    for (name, column, since) in [
      ("training compute, records", "Training compute (FLOP)", "2010"),
      ("training cost, records", "Training compute cost (2023 USD)", "2012"),
    ] {
      let all = models.filter { $0["Publication date"] ?? "" >= since }.compactMap { row in
        observation(row["Publication date"], Double(row[column] ?? ""))
      }
      var record = 0.0
      series[name] = all.sorted { $0.day < $1.day }.filter { observation in
        defer { record = max(record, observation.value) }
        return observation.value > record
      }
    }
    return series.mapValues { observations in
      Dictionary(observations.map { ($0.day, $0) }) { $0.value > $1.value ? $0 : $1 }
        .values.sorted { $0.day < $1.day }
    }.filter { $0.value.count >= 8 }
  }

  private static func observation(_ date: String?, _ value: Double?) -> Observation? {
    guard let date, let value, let day = CivilDay(date) else { return nil }
    return Observation(day: Double(day.number), value: value)
  }

  private static func json(_ name: String) throws -> [JSON] {
    try JSON.parse(bytes("\(name).json")).elements ?? []
  }

  /// The rows by the names of their columns (RFC 4180).
  private static func csv(_ name: String) throws -> [[String: String]] {
    var rows: [[[UInt8]]] = [[[]]]
    var isQuoted = false
    for byte in try bytes("\(name).csv") where byte != UInt8(ascii: "\r") {
      switch byte {
      case UInt8(ascii: "\""): isQuoted.toggle()
      case UInt8(ascii: ",") where !isQuoted: rows[rows.count - 1].append([])
      case UInt8(ascii: "\n") where !isQuoted: rows.append([[]])
      default: rows[rows.count - 1][rows[rows.count - 1].count - 1].append(byte)
      }
    }
    let texts = rows.map { $0.map { String(decoding: $0, as: UTF8.self) } }
    return texts.dropFirst().map { Dictionary(zip(texts[0], $0)) { first, _ in first } }
  }

  private static func bytes(_ file: String) throws -> [UInt8] {
    try Array(Data(contentsOf: URL(filePath: "\(folder)/\(file)")))
  }
}
