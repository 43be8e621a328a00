import ArgumentParser
import EventModel
import JSONText
import Querying

/// The fields of an event as they are typed.
struct EventFields: ParsableArguments {
  @Option(help: "When it happened: 2022-11-30, 2023-05, 1950~, 2022-11/2023-03, today.")
  var date: String?

  @Option(help: .eventType, completion: Completing.type)
  var type: String?

  @Option(
    help: ArgumentHelp(
      "Who took part, all of them; repeat for more. A role may stand before: investor:SoftBank.",
      valueName: "[role:]name"), completion: Completing.actor)
  var actor: [String] = []

  @Option(help: ArgumentHelp("What it is about, all of it; repeat for more.", valueName: "name"))
  var object: [String] = []

  @Option(
    help: ArgumentHelp(
      "An amount, in the place of those of its metric and period: \"net_loss=540e6 USD 2022\".",
      discussion: "Before the value ~ says about, > over, < under, >= at least, <= at most.",
      valueName: "metric=value unit period"))
  var amount: [String] = []

  @Option(help: "One line that says what happened.")
  var title: String?

  @Option(
    help: "official, reported or rumoured.", completion: .list(Stance.allCases.map(\.rawValue)))
  var stance: String?

  @Option(help: "asserted or denied.", completion: .list(Polarity.allCases.map(\.rawValue)))
  var polarity: String?

  @Option(help: ArgumentHelp("Whose word it is.", valueName: "name"))
  var attribution: String?

  @Option(
    name: [.customLong("source"), .customLong("url")],
    help: ArgumentHelp("The address or citation that says so.", valueName: "url"))
  var source: String?

  var isEmpty: Bool {
    [date, type, title, stance, polarity, attribution, source].allSatisfy { $0 == nil }
      && actor.isEmpty && object.isEmpty && amount.isEmpty
  }

  /// What these fields change of an event; nil when it is so already. Throws a ``FieldError``.
  ///
  /// - Parameters:
  ///   - today: what a date may be told by.
  ///   - vocabulary: by which actors get their standard names, as in a query.
  func patch(of event: Event, today: CivilDay, _ vocabulary: Vocabulary) throws -> EventPatch? {
    var fields: [JSON.Member] = []
    func set(_ key: String, _ text: String?) {
      guard let text else { return }
      fields.append(.init(key, text.isEmpty ? .null : .string(text)))
    }
    set("type", type)
    set("title", title)
    let days = ["today": today, "yesterday": today.advanced(by: -1)]
    set("date", date.map { days[$0]?.description ?? $0 })
    set("stance", stance)
    set("polarity", polarity)
    set("attribution", attribution)
    if !actor.isEmpty {
      let named = actor.filter { !$0.isEmpty }.map { EventFields.actor($0, vocabulary) }
      fields.append(.init("actors", .array(named)))
    }
    if !object.isEmpty {
      fields.append(.init("objects", .strings(object.filter { !$0.isEmpty })))
    }
    if !amount.isEmpty {
      let all = try amount.map(EventFields.amount)
      let stated = all.filter { stated in
        let former = event.amounts.filter { amount in
          stated.metric == amount.metric && stated.amount?.mayReplace(amount) ?? true
        }
        return former.count != 1 || stated.amount.map { !former[0].says($0) } ?? true
      }
      let kept = event.amounts.filter { amount in
        !stated.contains { $0.metric == amount.metric && $0.amount?.mayReplace(amount) ?? true }
      }
      fields.append(
        .init("amounts", .array(kept.map(\.json) + stated.compactMap { $0.amount?.json })))
    }
    let corrected = try EventPatch(fields).applied(to: event)
    return EventPatch.difference(from: event, to: corrected)
  }

  /// The mention with the source given; nil when it has it already.
  func mention(of mention: Mention) -> Mention? {
    guard let source, source != mention.url else { return nil }
    var changed = mention
    changed.url = source
    return changed
  }

  /// `investor:SoftBank` or `SoftBank`.
  private static func actor(_ text: String, _ vocabulary: Vocabulary) -> JSON {
    let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
    let hasRole =
      parts.count == 2
      && parts[0].allSatisfy { $0.isASCII && ($0.isLowercase || $0 == "-" || $0 == "_") }
    let name = hasRole ? parts[1] : text
    return Actor(vocabulary.actor(name) ?? name, role: hasRole ? parts[0] : nil).json
  }

  /// `net_loss=~540e6 USD 2022`; without a value, `net_loss=`, the metric is taken away.
  private static func amount(_ text: String) throws -> (metric: String, amount: Amount?) {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty else {
      throw FieldError(key: "--amount", problem: "“\(text)” is none; write \(example)")
    }
    let metric = String(parts[0])
    let words = parts[1].split(separator: " ").map(String.init)
    guard let number = words.first else { return (metric, nil) }
    let sign = signs.first { number.hasPrefix($0.sign) }
    guard words.count <= 3, let value = ExactDecimal(number.dropFirst(sign?.sign.count ?? 0)) else {
      throw FieldError(
        key: "--amount", problem: "“\(parts[1])” is no number with a unit; write \(example)")
    }
    let last = words.dropFirst().last
    let period = last.flatMap { try? PartialDate(edtf: $0) }
    if words.count == 3, period == nil {
      throw FieldError(key: "--amount", problem: "“\(words[2])” is no period; write \(example)")
    }
    let unit = words.count == 3 || period == nil ? words.dropFirst().first ?? "" : ""
    let json = JSON.object([
      "metric": .string(metric), "value": .string(value.description),
      Amount.isCurrency(unit) ? "currency" : "unit": .string(unit),
      "approx": sign?.sign == "~" ? true : nil, "bound": sign?.bound.map { .string($0.rawValue) },
      "period": period.map { .string($0.text) },
    ])
    return (metric, try Amount(json: json))
  }

  private static let example = "net_loss=540e6 USD 2022"
  /// Longer ones first.
  private static let signs: [(sign: String, bound: Bound?)] = [
    (">=", .atLeast), ("<=", .atMost), ("≥", .atLeast), ("≤", .atMost), (">", .over),
    ("<", .under), ("~", nil),
  ]
}

extension Amount {
  /// Whether it says of the same time what another says, or one of them of none.
  fileprivate func mayReplace(_ other: Amount) -> Bool {
    period == nil || other.period == nil || period == other.period
  }

  /// Whether it tells the same, wherever in a text.
  fileprivate func says(_ other: Amount) -> Bool {
    var bare = self
    bare.span = other.span
    return bare == other
  }
}
