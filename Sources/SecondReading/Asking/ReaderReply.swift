package import EventCoding
import FeedFetching
import JSONText

/// What came of a question.
package struct ReaderReply: Sendable {
  /// By the places of the items, from 0.
  package internal(set) var readings: [Int: Reading] = [:]
  /// How much of the answer was no part of the form, or told of no item that was asked about.
  package internal(set) var dropped = 0
  /// As the server counts them; 0 where it does not.
  package internal(set) var tokens = 0
  package internal(set) var failure: ReaderFailure?

  init(_ failure: ReaderFailure) { self.failure = failure }

  /// Reads the body of an answer about so many items.
  init(_ body: [UInt8], of count: Int) {
    guard let json = try? JSON.parse(body), let choice = json["choices"]?.elements?.first else {
      failure = body.isEmpty ? .empty : .malformed("no chat completion")
      return
    }
    tokens = Int(clamping: max(0, json["usage"]?["total_tokens"]?.integer ?? 0))
    let content = choice["message"]?["content"]?.string ?? ""
    if choice["finish_reason"]?.string == "length" {
      failure = .truncated
    } else if content.allSatisfy(\.isWhitespace) {
      failure = .empty
    } else if let items = ReaderReply.answer(content)?["items"]?.elements {
      take(items, of: count)
    } else {
      failure = .malformed("no JSON object with items")
    }
  }

  /// The object in an answer, whatever prose or thoughts stand around it.
  private static func answer(_ content: String) -> JSON? {
    let said = content.ranges(of: "</think>").last.map { content[$0.upperBound...] } ?? content[...]
    guard let start = said.firstIndex(of: "{"), let end = said.lastIndex(of: "}"), start < end
    else {
      return nil
    }
    return try? JSON.parse(String(said[start...end]))
  }

  /// Takes each item by its number; one that is told twice is not believed at all.
  private mutating func take(_ items: [JSON], of count: Int) {
    var told: Set<Int> = []
    for item in items {
      guard let number = item["n"]?.integer, (1...Int64(count)).contains(number) else {
        dropped += 1
        continue
      }
      let place = Int(number) - 1
      let reading = Reading(json: item, dropped: &dropped)
      let isFirst = told.insert(place).inserted
      if reading == nil || !isFirst { dropped += 1 }
      readings[place] = isFirst ? reading : nil
    }
    if readings.isEmpty { failure = .malformed("it tells of none of the items") }
  }
}
