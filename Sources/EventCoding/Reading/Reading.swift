import EventModel

/// What a second reader, a language model, says of an item's headline and summary. All of it is a claim:
/// ``Proof`` finds what of it holds.
package struct Reading: Hashable, Sendable {
  /// Why the item tells no event, such as `opinion`; nil where it tells one.
  package var none: String?
  /// The first one primary.
  package var events: [Claim]

  /// An event that the item is said to tell.
  package struct Claim: Hashable, Sendable {
    package var type: String
    package var stance: String
    package var actors: [String]
    package var objects: [String]
    package var amounts: [Measure]
    /// The words of the item that tell it.
    package var quote: String

    package init(
      type: String, stance: String = "", actors: [String] = [], objects: [String] = [],
      amounts: [Measure] = [], quote: String
    ) {
      self.type = type
      self.stance = stance
      self.actors = actors
      self.objects = objects
      self.amounts = amounts
      self.quote = quote
    }
  }

  /// What an amount is said to measure.
  package struct Measure: Hashable, Sendable {
    /// The amount as the item has it.
    package var words: String
    package var metric: String

    package init(words: String, metric: String) {
      self.words = words
      self.metric = metric
    }
  }

  package init(none: String? = nil, events: [Claim] = []) {
    self.none = none
    self.events = events
  }

  /// Why an item may tell no event.
  package static let noneKinds = [
    "ad", "analysis", "award", "casestudy", "deal", "digest", "discussion", "feature", "howto",
    "interview", "market-wrap", "offtopic", "opinion", "paper", "profile", "program", "resource",
    "review", "showcase",
  ]
}

/// An item for a second reader.
package struct ItemToRead: Sendable {
  package let text: ItemText
  /// By which the log knows it: the feed, and its key there. Both empty where no log holds it.
  package let feed: String
  package let key: String

  package init(_ text: ItemText, feed: String = "", key: String = "") {
    self.text = text
    self.feed = feed
    self.key = key
  }
}

/// The readings of one reader, by what was read.
package struct Readings: Sendable {
  /// `model:NAME@DIGEST`: the model, and the digest of what it was told to do.
  package let reader: String
  private var byContent: [String: Reading] = [:]

  package init(by reader: String) { self.reader = reader }

  package subscript(item: ItemText) -> Reading? {
    get { byContent.isEmpty ? nil : byContent[Readings.digest(of: item)] }
    set { byContent[Readings.digest(of: item)] = newValue }
  }

  package mutating func add(_ reading: Reading, ofContent digest: String) {
    byContent[digest] = reading
  }

  /// A fingerprint of what is read of an item: items with equal ones are read once.
  package static func digest(of item: ItemText) -> String {
    var fingerprint = FNV1a()
    for part in [item.title, item.summary, item.source] {
      fingerprint.add(part)
      fingerprint.add([0])
    }
    return String(fingerprint.value, radix: 16)
  }
}
