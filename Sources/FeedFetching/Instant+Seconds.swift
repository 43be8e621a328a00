package import EventModel

extension Instant {
  package func advanced(bySeconds seconds: Int) -> Instant {
    Instant(milliseconds: milliseconds + Int64(seconds) * 1000)
  }

  /// Whole seconds; negative when `start` is later.
  package func seconds(since start: Instant) -> Int {
    Int((milliseconds - start.milliseconds) / 1000)
  }
}
