package import EventModel
import FeedParsing

/// The header fields of an answer, in order; names without regard to case (RFC 9110 §5).
package struct Headers: Equatable, Sendable, ExpressibleByDictionaryLiteral {
  package private(set) var fields: [(name: String, value: String)] = []

  package init(dictionaryLiteral fields: (String, String)...) {
    for (name, value) in fields { self.fields.append((name.lowercased(), value)) }
  }

  /// Adds a line as sent; what is no field is left out.
  mutating func add(line: some StringProtocol) {
    guard let colon = line.firstIndex(of: ":"), colon > line.startIndex else { return }
    let value = line[line.index(after: colon)...].drop { $0 == " " || $0 == "\t" }
    let end = value.lastIndex { !$0.isWhitespace }
    fields.append(
      (line[..<colon].lowercased(), end.map { String(value[...$0]) } ?? ""))
  }

  /// The last value of a field, which is the one that counts where a server repeats itself.
  package subscript(name: String) -> String? {
    let name = name.lowercased()
    return fields.last { $0.name == name }?.value
  }

  package static func == (left: Headers, right: Headers) -> Bool {
    left.fields.elementsEqual(right.fields) { $0 == $1 }
  }
}

extension Headers {
  /// The longest that a server may ask us to wait, in seconds: a week.
  static let longestWait = 7 * 86_400

  /// The moment before which the server wants no further request, from `Retry-After` in seconds or
  /// as a date (RFC 9110 §10.2.3), within a week; nil when it does not say.
  package func retryAfter(now: Instant) -> Instant? {
    guard let text = self["retry-after"] else { return nil }
    guard let seconds = Headers.seconds(text) ?? Headers.seconds(from: now, to: text) else {
      return nil
    }
    return now.advanced(bySeconds: min(max(seconds, 0), Headers.longestWait))
  }

  /// For how many seconds the answer stays fresh: `Cache-Control: max-age` less `Age`, or else
  /// `Expires` less `Date` (RFC 9111 §4.2.1); nil when it does not say, or forbids to keep it.
  package func freshSeconds(now: Instant) -> Int? {
    let directives = (self["cache-control"] ?? "").split(separator: ",").map {
      $0.filter { !$0.isWhitespace && $0 != "\"" }.lowercased()
    }
    if directives.contains(where: { ["no-cache", "no-store"].contains($0) }) { return nil }
    if let maxAge = directives.first(where: { $0.hasPrefix("max-age=") }) {
      guard let seconds = Headers.seconds(maxAge.dropFirst(8)) else { return nil }
      return max(0, seconds - (self["age"].flatMap { Headers.seconds($0) } ?? 0))
    }
    guard let expires = self["expires"] else { return nil }
    let date = self["date"].flatMap(Headers.instant) ?? now
    return Headers.seconds(from: date, to: expires).map { max(0, $0) }
  }

  private static func seconds(from start: Instant, to date: String) -> Int? {
    instant(date).map { $0.seconds(since: start) }
  }

  private static func instant(_ date: String) -> Instant? {
    FeedDate(date).instant.map(Instant.init(milliseconds:))
  }

  /// Digits alone; more than an `Int` holds is as good as a year.
  private static func seconds(_ text: some StringProtocol) -> Int? {
    guard !text.isEmpty, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    return Int(text) ?? 366 * 86_400
  }
}
