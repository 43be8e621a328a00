public import EventModel

/// The days that a question is about; both ends belong, an open end is nil.
public struct Period: Equatable, Sendable {
  public let first: CivilDay?
  public let last: CivilDay?

  public static let all = Period(first: nil, last: nil)

  public init(first: CivilDay?, last: CivilDay?) {
    self.first = first
    self.last = last
  }

  public init(_ date: PartialDate) {
    self.init(first: date.first, last: date.last)
  }

  /// The days that belong to both.
  public func intersection(_ other: Period) -> Period {
    Period(
      first: [first, other.first].compactMap(\.self).max(),
      last: [last, other.last].compactMap(\.self).min())
  }

  /// `2022-11-01..2023-05-31`; an open end is empty.
  public var text: String { "\(first?.description ?? "")..\(last?.description ?? "")" }
}
