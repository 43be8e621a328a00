import Foundation

/// A web server in one thread: connections are waited for together, requests are answered one by one.
///
/// Why our own: a page on loopback needs GET and nothing else, and every wait and size bounded. FlyingFox
/// 0.27, which the design had named, reads a head of any length, waits for its rest for ever, takes any
/// number of connections and lets the last of two `Host` lines win, and has no switch for these.
package final class HTTPServer {
  private let listener: Listener
  private let answer: (HTTPRequest) -> HTTPResponse
  /// What followers are told now; nil for nothing.
  private let news: () -> [UInt8]?
  private var connections: [Int32: Connection] = [:]

  package init(
    _ listener: Listener, news: @escaping () -> [UInt8]? = { nil },
    answer: @escaping (HTTPRequest) -> HTTPResponse
  ) {
    self.listener = listener
    self.news = news
    self.answer = answer
  }

  /// Serves until it is told to stop, about which it asks several times a second.
  package func run(until isOver: () -> Bool) {
    var (nextNews, nextWord) = (Moment(0), HTTPServer.now() + 15)
    while !isOver() {
      wait()
      let now = HTTPServer.now()
      if now >= nextNews {
        nextNews = now + 0.5
        if let news = news() { tell(news, now) }
      }
      // A comment, by which those that have gone are noticed.
      if now >= nextWord {
        nextWord = now + 15
        tell(Array(": still here\n\n".utf8), now)
      }
      for (descriptor, connection) in connections where connection.isLate(now) {
        connections[descriptor] = nil
      }
    }
    connections = [:]
  }

  private static func now() -> Moment {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Moment(time.tv_sec) + Moment(time.tv_nsec) / 1e9
  }

  /// Waits for what comes, at most a quarter of a second, and does what it asks for.
  private func wait() {
    var waiting = [pollfd(fd: listener.descriptor, events: Int16(POLLIN), revents: 0)]
    for (descriptor, connection) in connections {
      let events = connection.wantsToWrite ? POLLOUT : POLLIN
      waiting.append(pollfd(fd: descriptor, events: Int16(events), revents: 0))
    }
    guard poll(&waiting, nfds_t(waiting.count), 250) > 0 else { return }
    let now = HTTPServer.now()
    for ready in waiting.dropFirst() where ready.revents != 0 {
      guard let connection = connections[ready.fd] else { continue }
      if connection.wantsToWrite {
        connection.write(now, answer: answer(of: connection))
      } else {
        connection.read(now, answer: answer(of: connection))
      }
      if connection.state == .over { connections[ready.fd] = nil }
    }
    if waiting[0].revents != 0 { accept(now) }
  }

  private func answer(of connection: Connection) -> (HTTPRequest) -> HTTPResponse {
    { [answer] request in
      let response = answer(request)
      let followers = self.connections.values.count { $0.state == .following }
      return response.isFollowing && followers >= Limits.followers
        ? HTTPResponse(.unavailable, "too many follow the log") : response
    }
  }

  /// Takes the connections that wait. Where there are too many, the one that has waited longest without
  /// asking anything goes.
  private func accept(_ now: Moment) {
    for _ in 0..<64 {
      guard let descriptor = listener.accept() else { return }
      if connections.count >= Limits.connections {
        let idle = connections.values.filter(\.isIdle).min { $0.deadline < $1.deadline }
        guard let idle else {
          close(descriptor)
          continue
        }
        connections[idle.descriptor] = nil
      }
      connections[descriptor] = Connection(descriptor, now: now)
    }
  }

  private func tell(_ text: [UInt8], _ now: Moment) {
    for (descriptor, connection) in connections {
      connection.tell(text, now)
      connection.write(now) { _ in HTTPResponse(.failure) }
      if connection.state == .over { connections[descriptor] = nil }
    }
  }
}
