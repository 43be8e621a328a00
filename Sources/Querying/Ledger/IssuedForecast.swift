package import EventModel
import Forecasting
import JSONText
import Projections

extension ForecastAnswer {
  /// The laws that are issued, by the names that entries give them; a change of a method takes a new
  /// name.
  static let models: [String: BacktestMethod] = ["bma/1": .bma, "average/1": .average]

  private var model: String? { Self.models.first { $0.value == forecast.method }?.key }

  /// The forecast as an entry of the ledger, read from the log up to a position. Nil where the
  /// sequence has no open phase to forecast.
  package func issue(position: Int64) -> ForecastIssue? {
    guard let sequence = input.sequence, let current = input.current, let began = input.began
    else { return nil }
    return ForecastIssue(
      title: "How long the phase “\(current)” of \(sequence) lasts", forecaster: "annals",
      asOf: input.asOf, knownUntil: input.knownUntil?.day,
      rule: .nextPhase(
        sequence: sequence, after: current, query: input.query, event: input.event),
      law: ForecastLaw(forecast.lawNow), unit: input.unit, began: began, model: model,
      position: position, dataDigest: input.digest.description,
      priorDigest: forecast.referenceClass?.prior.digest.description,
      mention: Mention(source: "annals", published: PartialDate(input.asOf)))
  }
}

extension ReferenceClassPrior {
  /// SHA-256 over the fitted numbers and the names of the sequences behind them.
  var digest: Digest {
    let slope = [trend.slope?.mean, trend.slope?.precision].compactMap(\.self)
    let numbers = [trend.df, trend.variance, flat.df, flat.variance] + slope
    let parts = numbers.map { JSON.number($0) } + sequences.map(JSON.string)
    return Snapshot.digest(of: JSON.array(parts).bytes)
  }
}

extension ForecastLaw {
  init(_ law: DurationLaw) {
    self.init(
      components: law.components.map { part in
        Component(weight: part.weight, mu: part.t.mu, scale: part.t.scale, df: part.t.df)
      }, elapsed: law.elapsed)
  }

  /// The law with its quantiles and probabilities.
  var durationLaw: DurationLaw {
    DurationLaw(
      components: components.map { part in
        DurationLaw.Component(
          weight: part.weight, t: StudentT(mu: part.mu, scale: part.scale, df: part.df))
      }, elapsed: elapsed)
  }
}
