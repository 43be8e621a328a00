import CCurl
package import EventModel

/// Fetches many addresses at once, on one thread, with libcurl's multi interface.
package final class Fetcher {
  private let options: FetchOptions
  private let clock: () -> Instant
  private let multi: UnsafeMutableRawPointer
  private var queue: HostQueue<Transfer>
  private var active: [UnsafeMutableRawPointer: Transfer] = [:]

  /// - Throws: ``CurlMissing``.
  package init(_ options: FetchOptions, clock: @escaping () -> Instant) throws {
    try Curl.load()
    self.options = options
    self.clock = clock
    multi = annals_curl_multi_init()
    queue = HostQueue(perHost: options.limits.perHost)
    annals_curl_multi_set_long(multi, CURLMOPT_MAXCONNECTS, options.limits.jobs * 2)
  }

  deinit {
    for easy in active.keys { annals_curl_multi_remove_handle(multi, easy) }
    annals_curl_multi_cleanup(multi)
  }

  /// Fetches all of it and hands every result over as it comes, with the place of its request.
  ///
  /// What waits for a host that answers 429 is not asked any more.
  ///
  /// - Parameter isInterrupted: asked several times a second; true ends the run, and what is still on
  ///   its way is dropped.
  package func run(
    _ requests: [FetchRequest], isInterrupted: () -> Bool = { false },
    each: (Int, FetchResult) throws -> Void
  ) throws {
    for (index, request) in requests.enumerated() {
      queue.add(Transfer(request, at: index, options), host: request.url.host)
    }
    while !isInterrupted() {
      start()
      if active.isEmpty { return }
      var running: Int32 = 0
      annals_curl_multi_perform(multi, &running)
      // One at a time: while it is dealt with, what takes its place is on its way.
      var code = CURLE_OK
      if let easy = annals_curl_multi_next_done(multi, &code) {
        try handOver(easy, code, each)
      } else {
        annals_curl_multi_poll(multi, 200)
      }
    }
  }

  private func start() {
    while active.count < options.limits.jobs, let transfer = queue.next() {
      transfer.prepare()
      active[transfer.easy] = transfer
      annals_curl_multi_add_handle(multi, transfer.easy)
    }
  }

  private func handOver(
    _ easy: UnsafeMutableRawPointer, _ code: CURLcode, _ each: (Int, FetchResult) throws -> Void
  ) throws {
    annals_curl_multi_remove_handle(multi, easy)
    let transfer = active.removeValue(forKey: easy)!
    queue.finish(host: transfer.url.host)
    guard let result = transfer.finish(code) else {
      return queue.addFirst(transfer, host: transfer.url.host)
    }
    try each(transfer.index, result)
    if case .response(let response) = result, response.pausesHost,
      let moment = response.pause(now: clock())
    {
      for other in queue.removeAll(host: transfer.url.host) {
        try each(other.index, .heldBack(until: moment))
      }
    }
  }
}
