import EventModel
import FeedFetching
import JSONText

extension FetchState {
  var json: JSON {
    .object([
      "identity": identity.map(JSON.string),
      "etag": validators?.etag.map(JSON.string),
      "lastModified": validators?.lastModified.map(JSON.string),
      "validated": validators.map { .number($0.obtained.milliseconds) },
      "digest": digest.map(JSON.string),
      "checked": checked.map { .number($0.milliseconds) },
      "succeeded": succeeded.map { .number($0.milliseconds) },
      "lastNews": lastNews.map { .number($0.milliseconds) },
      "failures": failures == 0 ? nil : .number(Int64(failures)),
      "outcome": outcome.map(\.json),
      "announcedMove": announcedMove.map(JSON.string),
      "isRetired": isRetired ? true : nil,
      "minutesToLive": hints.minutesToLive.map { .number(Int64($0)) },
      "skippedHours": hints.skippedHours.isEmpty
        ? nil : .array(hints.skippedHours.sorted().map { .number(Int64($0)) }),
      "itemsPerWeek": hints.itemsPerWeek.map { .number(Int64($0)) },
      "newestItem": hints.newestItem.map { .number($0.milliseconds) },
      "next": next?.time.map { .number($0.milliseconds) },
      "reason": next.map { .string($0.reason) },
    ])
  }

  /// Throws what is wrong with a member; members of a later annals are passed over.
  init(json: JSON) throws(FieldError) {
    guard json.members != nil else {
      throw FieldError(key: "state", problem: "should be an object")
    }
    self.init()
    identity = try json.optionalText("identity")
    let obtained = try json.optional("validated", "a moment") { $0.moment }
    let (etag, modified) = try (
      json.optionalText("etag"), json.optionalText("lastModified")
    )
    validators = obtained.flatMap { Validators(etag: etag, lastModified: modified, obtained: $0) }
    digest = try json.optionalText("digest")
    checked = try json.optional("checked", "a moment") { $0.moment }
    succeeded = try json.optional("succeeded", "a moment") { $0.moment }
    lastNews = try json.optional("lastNews", "a moment") { $0.moment }
    failures = try json.optional("failures", "a count") { $0.count } ?? 0
    outcome = try json.optional("outcome", "an outcome") { Outcome(json: $0) }
    announcedMove = try json.optionalText("announcedMove")
    isRetired = try json.optionalBool("isRetired") ?? false
    hints = PublisherHints(
      minutesToLive: try json.optional("minutesToLive", "a count") { $0.count },
      skippedHours: Set(try json.optional("skippedHours", "a list of counts") { $0.counts } ?? []),
      itemsPerWeek: try json.optional("itemsPerWeek", "a count") { $0.count },
      newestItem: try json.optional("newestItem", "a moment") { $0.moment })
    let time = try json.optional("next", "a moment") { $0.moment }
    next = try json.optionalText("reason").map { Appointment(time: time, reason: $0) }
  }
}

extension JSON {
  fileprivate var moment: Instant? { integer.flatMap(Instant.init(stored:)) }
  fileprivate var count: Int? { integer.flatMap { (0...1 << 53).contains($0) ? Int($0) : nil } }
  fileprivate var counts: [Int]? {
    guard let counts = elements?.map(\.count), !counts.contains(nil) else { return nil }
    return counts.compactMap(\.self)
  }
}

extension Outcome {
  fileprivate var json: JSON {
    switch self {
    case .new(let items, let revisions):
      .object(["new": .number(Int64(items)), "revised": .number(Int64(revisions))])
    case .unchanged: "unchanged"
    case .notModified: "notModified"
    case .moved(let url): .object(["moved": .string(url)])
    case .gone: "gone"
    case .limited(let moment): .object(["limited": .number(moment.milliseconds)])
    case .forbidden(let why): .object(["forbidden": .string(why)])
    case .refused(let why): .object(["refused": .string(why)])
    case .failed(let why): .object(["failed": .string(why)])
    }
  }

  fileprivate init?(json: JSON) {
    switch (json.string ?? json.members?.first?.key, json.members?.first?.value) {
    case ("new", let items?):
      self = .new(items: items.count ?? 0, revisions: json["revised"]?.count ?? 0)
    case ("unchanged", _): self = .unchanged
    case ("notModified", _): self = .notModified
    case ("moved", .string(let url)): self = .moved(to: url)
    case ("gone", _): self = .gone
    case ("limited", let member?):
      guard let moment = member.moment else { return nil }
      self = .limited(until: moment)
    case ("forbidden", .string(let why)): self = .forbidden(why: why)
    case ("refused", .string(let why)): self = .refused(why: why)
    case ("failed", .string(let why)): self = .failed(why: why)
    default: return nil
    }
  }
}
