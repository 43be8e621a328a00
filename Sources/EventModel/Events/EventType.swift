/// The name of a sort of industry event, such as `funding`.
///
/// Which names are known, in which order of precedence and with what meaning is said by the
/// dictionary (`Dictionaries/types.toml` and a user's own); a log may hold events of others.
package struct EventType: RawRepresentable, Hashable, Sendable {
  package let rawValue: String

  package init(rawValue: String) { self.rawValue = rawValue }
}

/// Those that rules of the code speak of.
extension EventType {
  package static let litigation = EventType(rawValue: "litigation")
  package static let acquisition = EventType(rawValue: "acquisition")
  package static let funding = EventType(rawValue: "funding")
  package static let financialResult = EventType(rawValue: "financial-result")
  package static let personnel = EventType(rawValue: "personnel")
  package static let regulation = EventType(rawValue: "regulation")
  package static let capitalMarket = EventType(rawValue: "capital-market")
  package static let infrastructure = EventType(rawValue: "infrastructure")
  package static let modelRelease = EventType(rawValue: "model-release")
  package static let productRelease = EventType(rawValue: "product-release")
  package static let partnership = EventType(rawValue: "partnership")
  package static let research = EventType(rawValue: "research")
  package static let metric = EventType(rawValue: "metric")
  package static let advocacy = EventType(rawValue: "advocacy")
  package static let forecast = EventType(rawValue: "forecast")
}
