package import EventCoding
package import EventModel
package import FeedFetching
import JSONText

/// Asks a language model about items, by the network's rules of fetching: no private address that the
/// settings do not name, no redirect, an end to time and size.
package final class SecondReader {
  package let settings: ReaderSettings
  package let prompt: ReaderPrompt
  private let url: FeedURL
  private let headers: [String]
  private let fetcher: Fetcher
  private let clock: () -> Instant
  /// Whether the server has refused all but plain questions.
  private var isPlain = false

  /// - Parameters:
  ///   - key: what the server knows us by; nil for one that wants none.
  ///   - options: who asks, and through which proxies.
  /// - Throws: a ``Refusal`` of the address, ``CurlMissing``, ``UnusableKey``.
  package init(
    _ settings: ReaderSettings, prompt: ReaderPrompt, key: String?, options: FetchOptions,
    clock: @escaping () -> Instant
  ) throws {
    self.settings = settings
    self.prompt = prompt
    self.clock = clock
    url = try FeedURL(settings.url)
    // A line feed would end the header and begin another.
    guard key?.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) ?? true else { throw UnusableKey() }
    headers = key.map { ["Authorization: Bearer \($0)"] } ?? []
    fetcher = try Fetcher(options, clock: clock)
  }

  /// The limits of a question: a model on a slow machine takes minutes, and says nothing until it is done.
  package static var limits: FetchLimits {
    var limits = FetchLimits()
    limits.bodyBytes = 1 << 20
    limits.stallSeconds = 300
    limits.totalSeconds = 300
    return limits
  }

  /// `model:NAME@DIGEST`, with the digest of the prompt.
  package var name: String { prompt.reader(settings.model) }

  /// Whether the settings name a host of one's own, so that it may have a private address.
  package var mayAskPrivate: Bool { url.namesPrivateHost }

  /// The host that answers, for pauses.
  package var host: String { url.host }

  /// What it says of some items; twenty at once at most.
  package func ask(
    _ items: [ItemText], isInterrupted: () -> Bool = { false }
  ) throws -> ReaderReply {
    let reply = try post(items, isPlain: isPlain, isInterrupted)
    guard reply.failure == .status(400), !isPlain else { return reply }
    isPlain = true
    return try post(items, isPlain: true, isInterrupted)
  }

  private func post(
    _ items: [ItemText], isPlain: Bool, _ isInterrupted: () -> Bool
  ) throws -> ReaderReply {
    let question = ReaderRequest(
      model: settings.model, prompt: prompt, items: items, isPlain: isPlain)
    let request = FetchRequest(
      url, headers: headers, allowsPrivate: mayAskPrivate, posting: question.json.text)
    var reply = ReaderReply(.interrupted)
    try fetcher.run([request], isInterrupted: isInterrupted) { _, result in
      reply = self.reply(result, about: items.count)
    }
    return reply
  }

  private func reply(_ result: FetchResult, about count: Int) -> ReaderReply {
    switch result {
    case .refused(.address(let host, let kind)):
      ReaderReply(.unreachable("\(host) is a \(kind) address, which its name does not say"))
    case .refused(let refusal): ReaderReply(.unreachable("\(refusal)"))
    case .failed(let failure): ReaderReply(.unreachable("\(failure)"))
    case .heldBack(let moment): ReaderReply(.waiting(until: moment))
    case .response(let response):
      if let moment = response.pause(now: clock()) {
        ReaderReply(.waiting(until: moment))
      } else if response.status == 200 {
        ReaderReply(response.body, of: count)
      } else {
        ReaderReply(.status(response.status))
      }
    }
  }
}

/// The key holds what no header can; it is not told.
package struct UnusableKey: Error, CustomStringConvertible {
  package var description: String { "the key holds spaces, line ends or letters beyond ASCII" }
}

extension FeedURL {
  /// Whether whoever wrote it named a host that is their own: an address, or a name that means something
  /// in their own network alone (RFC 6761, RFC 6762, RFC 8375).
  fileprivate var namesPrivateHost: Bool {
    IPAddress(host) != nil || !host.contains(".")
      || FeedURL.ownDomains.contains { host.hasSuffix($0) }
  }

  private static let ownDomains = [".localhost", ".local", ".lan", ".internal", ".home.arpa"]
}
