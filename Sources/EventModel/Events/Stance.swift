/// How firmly a source stands behind a claim. A column, never a filter.
package enum Stance: String, Sendable, CaseIterable {
  /// The actor's own channel or words, or a public launch.
  case official
  /// A third party states it without a hedge.
  case reported
  /// Anonymous or hedged.
  case rumoured
}
