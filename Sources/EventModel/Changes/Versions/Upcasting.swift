import JSONText

/// Earlier versions of payloads brought to the shape of today, step by step; pure, and applied in
/// one place, when a record is read.
enum Upcasting {
  static func upcast(_ data: JSON, _ kind: ChangeKind, _ version: Int) -> JSON {
    var data = data
    for step in version..<kind.version { data = steps[Step(kind, step)]?(data) ?? data }
    return data
  }

  private struct Step: Hashable {
    let kind: ChangeKind
    let version: Int

    init(_ kind: ChangeKind, _ version: Int) {
      self.kind = kind
      self.version = version
    }
  }

  private static let steps: [Step: @Sendable (JSON) -> JSON] = [
    Step(.eventAmended, 1): authored, Step(.eventRetracted, 1): authored,
    Step(.eventsMerged, 1): authored, Step(.eventSplit, 1): authored,
  ]

  /// The first version said who speaks only in the words of its reason.
  private static func authored(_ data: JSON) -> JSON {
    let reason = data["reason"]?.string ?? ""
    let author: Author =
      if reason.hasPrefix("coded again with dictionary ") {
        .coder(String(reason.dropFirst("coded again with dictionary ".count)))
      } else if reason == "the book was corrected" {
        .book("")
      } else {
        .person
      }
    return .object((data.members ?? []) + [.init("author", .string(author.text))])
  }
}
