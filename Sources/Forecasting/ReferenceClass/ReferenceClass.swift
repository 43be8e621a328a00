import EventModel

/// Real sequences of phases on which the prior of a forecast is fitted: "how do such things
/// usually go?" (Kahneman and Tversky's outside view). Its members can be seen, added to, cut by
/// date, and left out.
package struct ReferenceClass: Sendable, Equatable {
  package let members: [ReferenceSequence]

  package init(_ members: [ReferenceSequence]) {
    self.members = members
  }

  /// What was known by `year` (a calendar year with a fraction): each member cut to the phases
  /// completed by then. The choice of members and milestones is of today and not cut.
  package func asOf(_ year: Double) -> ReferenceClass {
    ReferenceClass(members.compactMap { $0.asOf(year) })
  }

  /// Without the named members and those that are about the same thing.
  package func without(_ ids: [String]) -> ReferenceClass {
    let left = Set(ids + members.filter { ids.contains($0.id) }.flatMap(\.relatives))
    return ReferenceClass(members.filter { !left.contains($0.id) })
  }

  /// Without members whose first three or more lengths are `durations` to within 2 %, and their
  /// relatives: a sequence must not inform its own prior under another name.
  package func without(lengthsLike durations: [Double]) -> ReferenceClass {
    let same = members.filter { member in
      let pairs = zip(member.durations, durations)
      return min(member.durations.count, durations.count) >= 3
        && pairs.allSatisfy { ($0 - $1).magnitude <= 0.02 * $1 }
    }
    return without(same.map(\.id))
  }

  package func adding(_ sequences: [ReferenceSequence]) -> ReferenceClass {
    ReferenceClass(members + sequences)
  }
}

extension ReferenceClass {
  /// The sequences annals knows by itself: facts restated with their sources.
  package static let embedded = ReferenceClass(longRun + technology + progress + models)

  /// Days written as 2023-05-15, separated by white space.
  static func days(_ text: String) -> [CivilDay] {
    text.split(whereSeparator: \.isWhitespace).compactMap { CivilDay($0) }
  }
}

extension ReferenceClass {
  /// Members with fewer completed phases say nothing about noise and take no part in the fit.
  package static let leastPhases = 3
  /// A prior fitted on fewer members than this is refused.
  package static let leastMembers = 5
  /// Only a member's last phases count, lest one long sequence outweigh the others.
  package static let mostPhases = 12

  /// Fits both priors by type-II maximum likelihood: the hyperparameters under which the members'
  /// marginal likelihood, times the weak hyperprior ln ν0 ~ N(ln 4, 1), b0 ~ N(0, ½²), is largest.
  /// About a millisecond; no need to cache.
  /// - Throws: `.tooFewSequences` below five members of three or more phases, `.notPositive` for a
  ///   member's length that is not, `.fitDiverged` when the members have no noise.
  package func fittedPrior() throws(FigureRefusal) -> ReferenceClassPrior {
    let used = members.filter { $0.durations.count >= Self.leastPhases }
    guard used.count >= Self.leastMembers else {
      throw .tooFewSequences(count: used.count, needed: Self.leastMembers)
    }
    for length in used.flatMap(\.durations) where !(length > 0 && length.isFinite) {
      throw .notPositive(position: 1, value: length)
    }
    let data = used.map { LogMoments(logs: $0.durations.suffix(Self.mostPhases).map(log)) }
    let trend = NelderMead().minimum(from: [log(4), log(0.2), -0.2, log(2)]) {
      Self.loss(Self.prior($0), data)
    }
    let flat = NelderMead().minimum(from: [log(4), log(0.3)]) {
      Self.loss(Self.prior($0), data)
    }
    guard (trend.point + flat.point).allSatisfy({ $0.magnitude < 40 }) else { throw .fitDiverged }
    return ReferenceClassPrior(
      trend: Self.prior(trend.point), flat: Self.prior(flat.point), sequences: used.map(\.id))
  }

  /// The prior at ln ν0, ln s0² and, for the trend, b0, ln κ0.
  private static func prior(_ x: [Double]) -> NormalInverseGammaPrior {
    NormalInverseGammaPrior(
      df: exp(x[0]), variance: exp(x[1]),
      slope: x.count == 4 ? .init(mean: x[2], precision: exp(x[3])) : nil)
  }

  /// Minus the log posterior of the hyperparameters, up to a constant.
  private static func loss(_ prior: NormalInverseGammaPrior, _ data: [LogMoments]) -> Double {
    let off = log(prior.df) - log(4)
    var loss = off * off / 2
    if let slope = prior.slope { loss += 2 * slope.mean * slope.mean }
    for moments in data { loss -= NormalInverseGammaPosterior(prior, moments).logMarginal }
    return loss
  }
}

extension ReferenceClass {
  /// Records and eras of machine learning.
  static let progress: [ReferenceSequence] = [
    ReferenceSequence(
      id: "epoch-compute-records",
      title: "New records of training compute since 2010",
      days: days(
        """
        2010-05-13 2010-06-13 2010-09-15 2010-09-26 2012-06-03 2012-07-12 2013-01-16
        2014-06-18 2014-09-04 2014-09-10 2014-12-03 2015-10-01 2016-01-27 2016-09-26
        2018-05-02 2019-09-17 2019-10-23 2019-10-30 2020-01-28 2020-05-28 2021-08-11
        2021-09-03 2022-04-04 2022-06-29 2023-03-15 2023-12-06 2025-02-17 2025-02-27
        2025-07-09
        """),
      source: "Epoch AI, notable AI models, 2026-01",
      relatives: ["epoch-compute-10x"]),
    ReferenceSequence(
      id: "epoch-compute-10x",
      title: "Tenfold records of training compute since 2010",
      days: days(
        """
        2010-05-13 2010-09-26 2012-07-12 2014-09-04 2014-12-03 2016-09-26 2019-10-30
        2021-09-03 2023-03-15 2025-02-17
        """),
      source: "Epoch AI, notable AI models, 2026-01",
      relatives: ["epoch-compute-records"]),
    ReferenceSequence(
      id: "nanogpt-halvings",
      title: "NanoGPT speedrun: the record time halves",
      days: days("2024-05-28 2024-10-11 2024-11-03 2024-11-19 2025-08-23 2026-04-08"),
      source: "KellerJordan/modded-nanogpt, README"),
    ReferenceSequence(
      id: "paradigms-dl",
      title: "Eras of deep learning: perceptron, backpropagation, LeNet, DBN, "
        + "AlexNet, Transformer, GPT-3, ChatGPT, o1",
      years: [
        1958, 1986, 1998, 2006.5, 2012.75, 2017.45, 2020.41, 2022.91, 2024.7,
      ],
      source: "papers and announcements; the choice of milestones is ours, with hindsight",
      relatives: ["hit-nlp"]),
    ReferenceSequence(
      id: "hit-nlp",
      title: "Stages of language processing by stated length: expert rules, shallow "
        + "learning, deep learning, pre-trained models",
      lengths: [40, 20, 10, 5], unit: "year", known: 2023.1753,
      source: "HIT-NLP, ChatGPT research report, 2023-03-06, ch. 1"),
  ]
}
