import EventModel
import Forecasting
public import Querying

/// A forecast in words first and numbers after.
public enum ForecastPage {
  public static func text(_ answer: ForecastAnswer) -> String {
    let lines = [heading(answer)] + law(answer) + views(answer) + chances(answer)
    let warnings = answer.warnings.map { "! \($0)" }
    return (lines + [""] + warnings).map { $0 + "\n" }.joined()
  }

  /// Each figure with its formula and the numbers put into it.
  public static func explanations(_ answer: ForecastAnswer) -> String {
    answer.forecast.explanations.map { figure in
      let inputs = figure.inputs.map { "\($0.name) = \(number($0.value))" }
      return "\(figure.figure) = \(number(figure.value))\n  = \(figure.formula)\n  with "
        + inputs.joined(separator: ", ") + "\n"
    }.joined()
  }

  private static func heading(_ answer: ForecastAnswer) -> String {
    let input = answer.input
    let current = input.current.map { "“\($0)”" } ?? "the current phase"
    let age = input.elapsed.map { ", \(number($0)) \(input.unit.rawValue)s ago" } ?? ""
    let began = input.began.map { " began \($0)\(age)" } ?? " has no known beginning"
    return "\(input.sequence ?? "durations") as of \(input.asOf): \(current)\(began)."
  }

  /// What the lengths say by themselves.
  private static func law(_ answer: ForecastAnswer) -> [String] {
    let unit = answer.input.unit.rawValue
    guard let fit = answer.forecast.fit else { return [] }
    let lengths = answer.forecast.durations.map { number($0.value) }.joined(separator: ", ")
    var lines = [
      "Phases lasted \(lengths) \(unit)s: each 1/\(number(fit.ratio)) of the one before. By that law "
        + "the next lasts \(length(fit.predicted(), answer))."
    ]
    if let other = answer.byBoundaries, let fit = other.fit {
      let lengths = other.durations.map { number($0.value) }.joined(separator: ", ")
      lines.append(
        "By their boundaries they lasted \(lengths): each 1/\(number(fit.ratio)), the next "
          + "\(length(fit.predicted(), answer)).")
    }
    return lines
  }

  private static func views(_ answer: ForecastAnswer) -> [String] {
    let forecast = answer.forecast
    var lines = ["", row("view", "median", "50 %", "80 %", "95 %")]
    switch forecast.dataOnly {
    case .success(let data): lines.append(view("data only", data.median, data.intervals))
    case .failure(let refusal): lines.append(row("data only", "refused: \(refusal)"))
    }
    if case .success(let envelope) = forecast.roundingEnvelope {
      let boxes = zip(forecast.durations, envelope.boxes).map { duration, box in
        "\(number(duration.value))±\(number((box.upperBound - box.lowerBound) / 2))"
      }
      let range = envelope.range
      lines.append(
        row(
          "rounding envelope",
          "\(number(range.lowerBound))–\(number(range.upperBound)) through "
            + boxes.joined(separator: ", ")))
    }
    let law = forecast.referenceClass.law
    lines.append(view("reference class", law.median, law.intervals))
    if case .success(let conditional) = forecast.conditional {
      lines.append(view("… and not yet ended", conditional.median, conditional.intervals))
    }
    if let method = answer.method {
      switch answer.law(by: method) {
      case .success(let law): lines.append(view(method.rawValue, law.median, law.intervals))
      case .failure(let refusal): lines.append(row(method.rawValue, "refused: \(refusal)"))
      }
    }
    for (name, baseline) in [
      ("last value", forecast.baselines.lastValue), ("no trend", forecast.baselines.noTrend),
      ("Poisson", forecast.baselines.poisson), ("Gott", forecast.baselines.gott),
    ] {
      if case .success(let baseline) = baseline {
        lines.append(view("baseline: \(name)", baseline.median, baseline.intervals))
      }
    }
    return lines
  }

  private static func chances(_ answer: ForecastAnswer) -> [String] {
    let chances = answer.pBy
    guard !chances.isEmpty else { return [] }
    let told = chances.map { "\($0.day) \(number($0.probability))" }.joined(separator: ", ")
    let weight = number(answer.forecast.referenceClass.weightTrend)
    return [
      "", "P(shift before): \(told)",
      "The reference class gives a trend the weight \(weight); all figures in "
        + "\(answer.input.unit.rawValue)s.",
      MeasuredCoverage.embedded.sentence.capitalizedFirst + ".",
    ]
  }

  private static func view(_ name: String, _ median: Double, _ intervals: Intervals) -> String {
    row(
      name, number(median), range(intervals.fifty), range(intervals.eighty),
      range(intervals.ninetyFive))
  }

  private static func row(_ cells: String...) -> String {
    let widths = [23, 8, 14, 14, 0]
    let padded = zip(cells, widths).map { cell, width in
      cell + String(repeating: " ", count: max(0, width - DisplayWidth.of(cell)))
    }
    return padded.joined(separator: " ")
  }

  private static func length(_ duration: Double, _ answer: ForecastAnswer) -> String {
    let day = answer.input.day(at: duration).map { ", to \($0)" } ?? ""
    return "\(number(duration)) \(answer.input.unit.rawValue)s\(day)"
  }

  private static func range(_ range: ClosedRange<Double>) -> String {
    "\(number(range.lowerBound))–\(number(range.upperBound))"
  }

  /// Three significant digits, and never an exponent for what fits without.
  static func number(_ value: Double) -> String {
    if abs(value) >= 1e6, abs(value) < 1e15 { return "\(Int(value.rounded()))" }
    guard value.isFinite, value != 0, abs(value) < 1e6, abs(value) > 1e-4 else { return "\(value)" }
    var scale = 1.0
    while abs(value) * scale < 100 { scale *= 10 }
    let rounded = (value * scale).rounded() / scale
    return rounded == rounded.rounded() ? "\(Int(rounded))" : "\(rounded)"
  }
}

extension String {
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
