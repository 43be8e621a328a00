import EventModel

/// How far the thing told has got.
struct PhaseFinder {
  let phase: String?

  init(_ passage: Passage, _ type: EventType, _ stance: Stance) {
    let head = passage.text.letters[passage.head]
    phase =
      PhaseFinder.words.first { entry in
        entry.types.contains(type) && head.contains(subsequence: entry.word)
      }?.phase ?? (stance == .rumoured ? "rumoured" : nil)
  }

  private static let words: [(word: [UInt16], phase: String, types: [EventType])] = {
    let releases: [EventType] = [.productRelease, .modelRelease]
    let deals: [EventType] = [.acquisition, .partnership, .funding]
    func list(_ words: String, _ phase: String, _ types: [EventType]) -> [(
      word: [UInt16], phase: String, types: [EventType]
    )] {
      words.split(separator: ",").map { (String($0).folded, phase, types) }
    }
    return list(
      "discontinu,shuts down,shutting down,retire,deprecat,下线,停售,关闭,停止服务", "discontinued", releases)
      + list("beta,preview,内测,公测,预览", "beta", releases)
      + list("generally available,general availability,正式版,正式上线,正式可用,全面上线", "ga", releases)
      + list("plans to,will launch,to launch,将发布,将推出,计划", "planned", releases + [.infrastructure])
      + list("terminat,calls off,walks away,ends ,终止,取消", "terminated", deals)
      + list("completes,closes,完成", "closed", deals)
      + list("agrees,agreed,to acquire,签署,达成", "agreed", deals)
      + list("in talks,洽谈,考虑", "talks", deals)
  }()
}
