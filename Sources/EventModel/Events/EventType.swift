/// The name of a sort of industry event, such as `funding`.
///
/// Which names are known, in which order of precedence and with what meaning is said by the
/// dictionary (`Dictionaries/types.toml` and a user's own); a log may hold events of others.
public struct EventType: RawRepresentable, Hashable, Sendable {
  public let rawValue: String

  public init(rawValue: String) { self.rawValue = rawValue }
}

/// Those that rules of the code speak of.
extension EventType {
  public static let litigation = EventType(rawValue: "litigation")
  public static let acquisition = EventType(rawValue: "acquisition")
  public static let funding = EventType(rawValue: "funding")
  public static let financialResult = EventType(rawValue: "financial-result")
  public static let personnel = EventType(rawValue: "personnel")
  public static let regulation = EventType(rawValue: "regulation")
  public static let capitalMarket = EventType(rawValue: "capital-market")
  public static let infrastructure = EventType(rawValue: "infrastructure")
  public static let modelRelease = EventType(rawValue: "model-release")
  public static let productRelease = EventType(rawValue: "product-release")
  public static let partnership = EventType(rawValue: "partnership")
  public static let research = EventType(rawValue: "research")
  public static let metric = EventType(rawValue: "metric")
  public static let advocacy = EventType(rawValue: "advocacy")
  public static let forecast = EventType(rawValue: "forecast")
}
