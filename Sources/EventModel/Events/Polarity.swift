/// Whether a source says that it is so, or that it is not. A denied claim stays visible.
package enum Polarity: String, Sendable, CaseIterable {
  case asserted, denied
}
