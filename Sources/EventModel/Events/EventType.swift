/// The sixteen sorts of industry events, in the order of their precedence when two fit one item.
public enum EventType: String, Sendable, CaseIterable {
  case litigation, acquisition, funding
  case financialResult = "financial-result"
  case personnel, regulation
  case capitalMarket = "capital-market"
  case infrastructure
  case modelRelease = "model-release"
  case productRelease = "product-release"
  case partnership, research, incident, metric, advocacy, forecast
}
