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

  /// What cannot be read is as if it had not been remembered.
  init(json: JSON) {
    func instant(_ key: String) -> Instant? {
      json[key]?.integer.map(Instant.init(milliseconds:))
    }
    func count(_ key: String) -> Int? { json[key]?.integer.flatMap { Int(exactly: $0) } }
    self.init()
    identity = json["identity"]?.string
    validators = instant("validated").flatMap {
      Validators(
        etag: json["etag"]?.string, lastModified: json["lastModified"]?.string, obtained: $0)
    }
    digest = json["digest"]?.string
    checked = instant("checked")
    succeeded = instant("succeeded")
    lastNews = instant("lastNews")
    failures = count("failures") ?? 0
    outcome = json["outcome"].flatMap(Outcome.init(json:))
    announcedMove = json["announcedMove"]?.string
    isRetired = json["isRetired"]?.bool ?? false
    hints = PublisherHints(
      minutesToLive: count("minutesToLive"),
      skippedHours: Set((json["skippedHours"]?.elements ?? []).compactMap(\.integer).map(Int.init)),
      itemsPerWeek: count("itemsPerWeek"), newestItem: instant("newestItem"))
    next = json["reason"]?.string.map { Appointment(time: instant("next"), reason: $0) }
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
    case .refused(let why): .object(["refused": .string(why)])
    case .failed(let why): .object(["failed": .string(why)])
    }
  }

  fileprivate init?(json: JSON) {
    switch (json.string ?? json.members?.first?.key, json.members?.first?.value) {
    case ("new", let items?):
      self = .new(items: Int(items.integer ?? 0), revisions: Int(json["revised"]?.integer ?? 0))
    case ("unchanged", _): self = .unchanged
    case ("notModified", _): self = .notModified
    case ("moved", .string(let url)): self = .moved(to: url)
    case ("gone", _): self = .gone
    case ("limited", let moment?):
      self = .limited(until: Instant(milliseconds: moment.integer ?? 0))
    case ("refused", .string(let why)): self = .refused(why: why)
    case ("failed", .string(let why)): self = .failed(why: why)
    default: return nil
    }
  }
}
