/// Whether a source says that it is so, or that it is not. A denied claim stays visible.
public enum Polarity: String, Sendable, CaseIterable {
  case asserted, denied
}
