import EventModel
import FeedFetching
import Testing

@Suite struct ScheduleTests {
  let now = Instant("2026-11-23T12:00:00Z")!

  /// Minutes until the next poll, jitter left out, and the reason.
  func next(
    _ headers: Headers = [:], interval: Int? = nil,
    _ change: (inout FetchState) -> Void = { _ in }
  ) -> (minutes: Int?, reason: String) {
    var state = FetchState()
    state.outcome = .unchanged
    change(&state)
    let next = Schedule.next(
      after: state, headers: headers, interval: interval, seed: "feed", now: now)
    return (next.time.map { Int(Double($0.seconds(since: now)) / 60 / 1.1) / 5 * 5 }, next.reason)
  }

  /// The jitter is at most a tenth.
  func expect(
    _ next: (minutes: Int?, reason: String), _ minutes: ClosedRange<Int>, _ reason: String,
    location: SourceLocation = #_sourceLocation
  ) {
    #expect(next.reason == reason, sourceLocation: location)
    #expect(next.minutes.map { minutes.contains($0) } == true, sourceLocation: location)
  }

  @Test func `a feed of which nothing is known is polled every hour`() {
    expect(next(), 50...60, "every 60 min")
  }

  @Test func `a feed is polled twice as often as it publishes, within bounds`() {
    expect(next { $0.hints.itemsPerWeek = 42 }, 105...120, "every 2 h: 42 items a week")
    expect(next { $0.hints.itemsPerWeek = 10_000 }, 10...15, "every 15 min: 10000 items a week")
    expect(next { $0.hints.itemsPerWeek = 1 }, 1300...1440, "every 24 h: 1 items a week")
    expect(
      next { $0.hints.itemsPerWeek = 0 }, 1300...1440, "nothing was published in the last week")
  }

  @Test func `the subscriber's interval goes before the feed's rhythm`() {
    expect(
      next(interval: 1800) { $0.hints.itemsPerWeek = 0 }, 25...30, "every 30 min, as you want it")
  }

  @Test func `the server's and the publisher's demands are honoured within a day`() {
    expect(
      next(["Cache-Control": "public, max-age=7200"]), 105...120, "the server's cache holds for 2 h"
    )
    expect(
      next(["Cache-Control": "max-age=99999999"]), 1300...1440, "the server's cache holds for 24 h")
    expect(
      next(["Cache-Control": "no-cache, max-age=7200"]), 50...60, "every 60 min")
    expect(
      next([
        "Date": "Mon, 23 Nov 2026 11:00:00 GMT", "Expires": "Mon, 23 Nov 2026 15:00:00 GMT",
      ]), 215...240, "the server's cache holds for 4 h")
    expect(
      next { $0.hints.minutesToLive = 180 }, 160...180,
      "the feed asks for 3 h between two polls (ttl)")
    expect(next { $0.hints.minutesToLive = -5 }, 50...60, "every 60 min")
  }

  @Test func `failures double the time up to a week`() {
    func failing(_ count: Int) -> (minutes: Int?, reason: String) {
      next {
        $0.outcome = .failed(why: "HTTP 500")
        $0.failures = count
      }
    }
    expect(failing(1), 50...60, "1 failure")
    expect(failing(2), 105...120, "2 failures in a row")
    expect(failing(4), 430...480, "4 failures in a row")
    expect(failing(1000), 9000...10_080, "1000 failures in a row")
  }

  @Test func `a host that asks to wait is waited for, a feed that is gone is never asked`() {
    let moment = now.advanced(bySeconds: 300)
    var state = FetchState()
    state.outcome = .limited(until: moment)
    #expect(
      Schedule.next(after: state, headers: [:], interval: 60, seed: "", now: now).time
        == moment)
    state.isRetired = true
    #expect(
      Schedule.next(after: state, headers: [:], interval: 60, seed: "", now: now).time == nil)
  }

  @Test(arguments: [0, 2, 120])
  func `a server that asks for a short wait is not polled sooner for it`(seconds: Int) {
    let limited = next {
      $0.outcome = .limited(until: now.advanced(bySeconds: seconds))
      $0.hints.itemsPerWeek = 42
    }
    expect(limited, 105...120, "every 2 h: 42 items a week")
  }

  @Test func `hours without publications are skipped`() {
    var state = FetchState()
    state.hints.skippedHours = [12, 13, 14]
    let next = Schedule.next(
      after: state, headers: [:], interval: 3600, seed: "", now: now)
    #expect(next.time.map { $0 >= Instant("2026-11-23T15:00:00Z")! } == true)
    #expect(next.time.map { $0 < Instant("2026-11-23T16:00:00Z")! } == true)
    state.hints.skippedHours = Set(0..<24)
    let always = Schedule.next(
      after: state, headers: [:], interval: 3600, seed: "", now: now)
    #expect(always.time.map { $0 < Instant("2026-11-23T14:00:00Z")! } == true)
  }

  @Test func `two feeds with the same interval do not come at the same moment`() {
    let times = (0..<100).map { feed in
      Schedule.next(
        after: FetchState(), headers: [:], interval: 3600, seed: "feed \(feed)", now: now
      ).time
    }
    #expect(Set(times).count > 70)
  }
}
