import EventModel
import FeedFetching
import Testing

@Suite struct FetchStateTests {
  let now = Instant("2026-11-23T12:00:00Z")!

  @Test func `failures are counted until an answer comes`() {
    var state = FetchState()
    state = state.after(.failed(why: "HTTP 500"), now: now)
    state = state.after(.refused(why: "no"), now: now)
    #expect(state.failures == 2)
    #expect(Health(state, now: now) == .failing)
    state = state.after(.limited(until: now), now: now)
    #expect(state.failures == 2)
    state = state.after(.notModified, now: now)
    #expect(state.failures == 0)
    #expect(state.succeeded == now)
  }

  @Test func `a permanent redirect is followed for good when it is seen twice`() {
    let old = Response(status: 200, url: "b", redirects: [.init(status: 301, url: "b")])
    let other = Response(status: 200, url: "c", redirects: [.init(status: 301, url: "c")])
    let temporary = Response(status: 200, url: "b", redirects: [.init(status: 302, url: "b")])
    var state = FetchState()
    #expect(state.confirmedMove(old) == nil)
    state = state.after(.unchanged, response: old, now: now)
    #expect(state.confirmedMove(old) == "b")
    #expect(state.confirmedMove(other) == nil)
    #expect(state.confirmedMove(temporary) == nil)
    state = state.after(.unchanged, response: temporary, now: now)
    #expect(state.confirmedMove(old) == nil)
  }

  @Test func `a feed that is gone is retired`() {
    let state = FetchState().after(.gone, now: now)
    #expect(state.isRetired)
    #expect(!state.isDue(at: now))
    #expect(Health(state, now: now) == .gone)
  }

  @Test func `a feed that works but brings nothing is silent, not broken`() {
    var state = FetchState().after(.unchanged, now: now)
    #expect(Health(state, now: now) == .fine)
    state.hints.newestItem = Instant("2026-01-01")!
    #expect(Health(state, now: now) == .silent)
  }

  @Test func `a 304 renews the validators that it brings, and the eight days go on`() throws {
    let read = Response(
      status: 200, headers: ["ETag": "\"1\"", "Last-Modified": "a"], body: [1], url: "a")
    var state = FetchState().after(.unchanged, response: read, digest: "1", now: now)
    let later = now.advanced(bySeconds: 86_400)
    func answered(_ headers: Headers) -> [String?] {
      let answer = Response(status: 304, headers: headers, url: "a", wasConditional: true)
      state = state.after(.notModified, response: answer, now: later)
      return [state.validators?.etag, state.validators?.lastModified]
    }
    #expect(answered(["ETag": "\"2\""]) == ["\"2\"", "a"])
    #expect(answered(["Last-Modified": "b"]) == ["\"2\"", "b"])
    #expect(answered([:]) == ["\"2\"", "b"])
    #expect(answered(["ETag": ""]) == ["\"2\"", "b"])
    #expect(state.validators?.obtained == now)
    #expect(state.digest == "1")
  }

  @Test func `who is not asked is not said to have been, and what we forbid is no failure`() {
    let state = FetchState().after(.forbidden(why: "private"), now: now)
    #expect(state.failures == 0)
    #expect(state.checked == nil)
    #expect(Health(state, now: now) == .refused)
    #expect(FetchState().after(.limited(until: now), now: now).checked == nil)
    let asked = Response(status: 429, url: "a")
    #expect(FetchState().after(.limited(until: now), response: asked, now: now).checked == now)
    #expect(FetchState().after(.failed(why: "DNS"), now: now).checked == now)
  }

  @Test func `validators belong to a body that was read`() {
    let response = Response(status: 200, headers: ["ETag": "\"1\""], body: [1], url: "a")
    let unread = FetchState().after(.failed(why: "no feed"), response: response, now: now)
    #expect(unread.validators == nil)
    let read = FetchState().after(.unchanged, response: response, digest: "1", now: now)
    #expect(read.validators?.etag == "\"1\"")
  }
}
