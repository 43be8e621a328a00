public import EventModel

extension Instant {
  public func advanced(bySeconds seconds: Int) -> Instant {
    Instant(milliseconds: milliseconds + Int64(seconds) * 1000)
  }

  /// Whole seconds; negative when `start` is later.
  public func seconds(since start: Instant) -> Int {
    Int((milliseconds - start.milliseconds) / 1000)
  }
}
