package import JSONText

/// A reading as a reader answers it and as it is kept: `{"none", "events": [{"type", "stance", "actors",
/// "objects", "amounts": [{"words", "metric"}], "quote"}]}`.
extension Reading {
  package var json: JSON {
    .object([
      "none": none.map(JSON.string), "events": .array(events.map(\.json)),
    ])
  }

  /// Reads one; nil where it says neither what the item tells nor why it tells nothing. What is no part
  /// of the form is dropped and counted.
  package init?(json: JSON, dropped: inout Int) {
    guard let members = json.members else { return nil }
    dropped += members.count { !["n", "none", "events"].contains($0.key) }
    let none = json["none"]?.string.flatMap { $0.isEmpty ? nil : $0 }
    let claims = json["events"]?.elements ?? []
    guard none != nil || !claims.isEmpty else { return nil }
    var events: [Claim] = []
    for claim in claims {
      if let event = Claim(json: claim, dropped: &dropped) {
        events.append(event)
      } else {
        dropped += 1
      }
    }
    guard none != nil || !events.isEmpty else { return nil }
    self.init(none: none, events: events)
  }
}

extension Reading.Claim {
  fileprivate var json: JSON {
    .object([
      "type": .string(type), "stance": .string(stance), "actors": .strings(actors),
      "objects": .strings(objects),
      "amounts": .array(
        amounts.map { .object(["words": .string($0.words), "metric": .string($0.metric)]) }),
      "quote": .string(quote),
    ])
  }

  fileprivate init?(json: JSON, dropped: inout Int) {
    guard let type = json["type"]?.string else { return nil }
    let known = ["type", "stance", "actors", "objects", "amounts", "quote"]
    dropped += (json.members ?? []).count { !known.contains($0.key) }
    func texts(_ key: String, _ dropped: inout Int) -> [String] {
      let values = json[key]?.elements ?? []
      let texts = values.compactMap(\.string)
      dropped += values.count - texts.count
      return texts
    }
    var amounts: [Reading.Measure] = []
    for measure in json["amounts"]?.elements ?? [] {
      if let words = measure["words"]?.string, let metric = measure["metric"]?.string {
        amounts.append(Reading.Measure(words: words, metric: metric))
      } else {
        dropped += 1
      }
    }
    self.init(
      type: type, stance: json["stance"]?.string ?? "", actors: texts("actors", &dropped),
      objects: texts("objects", &dropped), amounts: amounts, quote: json["quote"]?.string ?? "")
  }
}
