/// Somebody who acts.
struct ActorEntry: Sendable {
  let name: String
  /// company, lab, host, government, investor, academia, nonprofit, analyst, project, person.
  let kind: String
}

/// A model or product, and who makes it.
struct ObjectEntry: Sendable {
  let name: String
  let isModel: Bool
  let maker: Int
}

/// The standard name of something that amounts measure.
struct MetricEntry: Sendable {
  let name: String
  /// The kind of amount: money, percent, count, duration, measure, ratio.
  let kind: String
}

/// A word that says how far an event has got.
struct PhaseWord: Sendable {
  let word: [UInt16]
  /// planned, beta, ga, discontinued, talks, agreed, closed, terminated.
  let phase: String
}
