package import EventModel

/// When a feed is polled next.
package enum Schedule {
  /// Bounds on what a feed's own rhythm may ask for, in seconds.
  static let shortest = 15 * 60
  static let usual = 60 * 60
  static let longest = 24 * 3600
  /// After so many failures in a row the waiting time grows no more.
  static let mostDoublings = 8

  /// The one rule: from what is known of the feed, the last answer's headers and the moment, to the
  /// next appointment.
  ///
  /// - Parameters:
  ///   - state: with the outcome of the poll that has just ended.
  ///   - interval: the seconds that the subscriber wants; nil leaves it to the feed's rhythm.
  ///   - seed: what sets a feed's delay apart from the others', so that they do not come in a crowd.
  package static func next(
    after state: FetchState, headers: Headers, interval: Int?, seed: String, now: Instant
  ) -> Appointment {
    if state.isRetired { return Appointment(time: nil, reason: "it is gone for good") }
    var (seconds, reason) = rhythm(state, interval: interval)
    let (floor, demand) = demand(headers, state.hints, now: now)
    if floor > seconds { (seconds, reason) = (floor, demand) }
    if state.failures > 0 {
      let doubled = max(seconds, shortest) << min(state.failures - 1, mostDoublings)
      seconds = min(doubled, max(seconds, 7 * longest))
      reason = "\(state.failures) \(state.failures == 1 ? "failure" : "failures in a row")"
    }
    let time = now.advanced(bySeconds: seconds + jitter(seconds, seed: seed, now: now))
    // A server that asks to wait is never asked sooner for it.
    if case .limited(let moment) = state.outcome, moment >= time { return waiting(until: moment) }
    return skipping(state.hints.skippedHours, Appointment(time: time, reason: reason))
  }

  /// When the server has told us to wait.
  package static func waiting(until moment: Instant) -> Appointment {
    Appointment(time: moment, reason: "the host asks to wait until then")
  }

  /// Twice as often as the feed publishes.
  private static func rhythm(_ state: FetchState, interval: Int?) -> (Int, String) {
    if let interval { return (interval, "every \(words(interval)), as you want it") }
    guard let items = state.hints.itemsPerWeek else { return (usual, "every \(words(usual))") }
    guard items > 0 else { return (longest, "nothing was published in the last week") }
    let seconds = min(max(7 * 86_400 / (2 * items), shortest), longest)
    return (seconds, "every \(words(seconds)): \(items) items a week")
  }

  /// The least that the server or the publisher demands, within a day.
  private static func demand(
    _ headers: Headers, _ hints: PublisherHints, now: Instant
  ) -> (Int, String) {
    let fresh = min(headers.freshSeconds(now: now) ?? 0, longest)
    let live = min(max(hints.minutesToLive ?? 0, 0), longest / 60) * 60
    return fresh >= live
      ? (fresh, "the server's cache holds for \(words(fresh))")
      : (live, "the feed asks for \(words(live)) between two polls (ttl)")
  }

  /// Up to a tenth more, the same for the same feed and moment.
  private static func jitter(_ seconds: Int, seed: String, now: Instant) -> Int {
    let hash = FNV1a(seed + "\(now.milliseconds)")
    return Int(hash.value >> 11) % (seconds / 10 + 1)
  }

  private static func skipping(_ hours: Set<Int>, _ appointment: Appointment) -> Appointment {
    guard let time = appointment.time, hours.count < 24 else { return appointment }
    let hour = 3_600_000 as Int64
    var number = time.milliseconds / hour
    while hours.contains(Int(number % 24)) { number += 1 }
    guard number != time.milliseconds / hour else { return appointment }
    return Appointment(
      time: Instant(milliseconds: number * hour + time.milliseconds % hour),
      reason: appointment.reason + "; it publishes nothing in the hours before (skipHours)")
  }

  /// Seconds as `90 s`, `15 min`, `2 h`, `1 d`.
  static func words(_ seconds: Int) -> String {
    switch seconds {
    case ..<120: "\(seconds) s"
    case ..<7200: "\(seconds / 60) min"
    case ..<172_800: "\(seconds / 3600) h"
    default: "\(seconds / 86_400) d"
    }
  }
}
