import Foundation

/// A connection: the bytes of a request as they come, and those of its answer as they go.
final class Connection {
  enum State {
    /// Waits for a request, or for its rest.
    case reading
    case writing
    /// Its answer goes on: it is told when the log grows.
    case following
    case over
  }

  let descriptor: Int32
  private(set) var state = State.reading
  /// When it is closed unless something has come of it.
  private(set) var deadline: Moment
  private var input: [UInt8] = []
  private var output: [UInt8] = []
  private var written = 0
  private var keepsAlive = false
  private var becomesFollower = false

  init(_ descriptor: Int32, now: Moment) {
    self.descriptor = descriptor
    deadline = now + Limits.head
  }

  deinit { close(descriptor) }

  /// Whether nothing is lost when it is closed: no whole request has come.
  var isIdle: Bool { state == .reading }

  var wantsToWrite: Bool { state == .writing || state == .following && written < output.count }

  func end() { state = .over }

  /// Reads what has come, and answers each request that is whole.
  func read(_ now: Moment, answer: (HTTPRequest) -> HTTPResponse) {
    var chunk = [UInt8](repeating: 0, count: 1 << 14)
    while state == .reading {
      let count = recv(descriptor, &chunk, chunk.count, 0)
      if count > 0 {
        if input.isEmpty { deadline = now + Limits.head }
        input += chunk[..<count]
        answerNext(now, answer)
      } else if count < 0, errno == EAGAIN || errno == EINTR {
        return
      } else {
        return end()
      }
    }
    // A follower says nothing more; the end of what it says is the end of it.
    if state == .following {
      let count = recv(descriptor, &chunk, chunk.count, 0)
      if count == 0 || count < 0 && errno != EAGAIN && errno != EINTR { end() }
    }
  }

  /// Answers the request at the beginning of what has come, if it is whole.
  private func answerNext(_ now: Moment, _ answer: (HTTPRequest) -> HTTPResponse) {
    guard let length = headLength() else {
      if input.count > HTTPRequest.longestHead { send(HTTPResponse(.headTooLarge), now) }
      return
    }
    guard length <= HTTPRequest.longestHead else {
      return send(HTTPResponse(.headTooLarge), now)
    }
    let bytes = input.prefix(length)
    do throws(HTTPStatus) {
      let request = try HTTPRequest(head: bytes)
      input.removeFirst(length)
      let response = answer(request)
      // After a refusal, what follows may be a body that was not read.
      let isRefused = response.status == .notAllowed || response.status == .badRequest
      send(response, now, keepsAlive: request.keepsAlive && !isRefused)
    } catch {
      send(HTTPResponse(error), now)
    }
    write(now, answer: answer)
  }

  /// The length of a head with its empty line; nil where that has not come.
  private func headLength() -> Int? {
    let end = Array("\r\n\r\n".utf8)
    guard input.count >= 4 else { return nil }
    for start in 0...(input.count - 4)
    where input[start] == end[0] && input[start..<start + 4].elementsEqual(end) {
      return start + 4
    }
    return nil
  }

  func send(_ response: HTTPResponse, _ now: Moment, keepsAlive: Bool = false) {
    self.keepsAlive = keepsAlive
    becomesFollower = response.isFollowing
    // In one piece: a head that went alone would be a packet of its own.
    output = response.head(keepsAlive: keepsAlive || response.isFollowing) + response.body
    written = 0
    state = .writing
    deadline = now + Limits.progress
  }

  /// Tells a follower something; one that does not listen is left.
  func tell(_ text: [UInt8], _ now: Moment) {
    guard state == .following else { return }
    if written >= output.count { (output, written, deadline) = ([], 0, now + Limits.progress) }
    guard output.count < Limits.backlog else { return end() }
    output += text
  }

  /// Writes what can be written now.
  func write(_ now: Moment, answer: (HTTPRequest) -> HTTPResponse) {
    while wantsToWrite {
      guard written < output.count else { return finish(now, answer) }
      let count = output[written...].withUnsafeBytes {
        Foundation.send(descriptor, $0.baseAddress, $0.count, Connection.flags)
      }
      if count > 0 {
        written += count
        deadline = now + Limits.progress
      } else if errno == EAGAIN {
        return
      } else if errno != EINTR {
        return end()
      }
    }
  }

  private func finish(_ now: Moment, _ answer: (HTTPRequest) -> HTTPResponse) {
    (output, written) = ([], 0)
    guard !becomesFollower else {
      state = .following
      return
    }
    guard keepsAlive else { return hangUp() }
    state = .reading
    deadline = now + (input.isEmpty ? Limits.idle : Limits.head)
    answerNext(now, answer)
  }

  /// Ends what is said, and takes what was sent meanwhile: while something is unread, the system throws
  /// away what the other side has not read yet.
  private func hangUp() {
    shutdown(descriptor, Int32(SHUT_WR))
    var rest = [UInt8](repeating: 0, count: 1 << 16)
    _ = recv(descriptor, &rest, rest.count, 0)
    end()
  }

  /// Whether its time is up; a follower that has been told all waits for ever.
  func isLate(_ now: Moment) -> Bool {
    state == .following && written >= output.count ? false : now > deadline
  }

  #if canImport(Glibc)
    private static let flags = Int32(MSG_NOSIGNAL)
  #else
    private static let flags: Int32 = 0
  #endif
}

/// In seconds, of a clock that only goes on.
typealias Moment = Double

/// What a connection may take, in seconds and bytes.
enum Limits {
  /// From its first byte to the end of a head, however it trickles in.
  static let head = 5.0
  static let idle = 15.0
  /// Without a byte of an answer taken.
  static let progress = 10.0
  /// What a follower has not taken yet.
  static let backlog = 65_536
  static let connections = 512
  static let followers = 64
}
