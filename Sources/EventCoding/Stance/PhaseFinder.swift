import EventModel

/// How far the thing told has got.
struct PhaseFinder {
  let phase: String?

  init(_ passage: Passage, _ type: EventType, _ stance: Stance) {
    let head = passage.text.letters[passage.head]
    phase =
      PhaseFinder.words[type]?.first { head.contains(subsequence: $0.word) }?.phase
      ?? (stance == .rumoured ? "rumoured" : nil)
  }

  private typealias Cue = (word: [UInt16], phase: String)

  /// By type; the first word that a headline has decides.
  private static let words: [EventType: [Cue]] = {
    let plans = cues("plans to,will launch,to launch,将发布,将推出,计划", "planned")
    let releases =
      cues("discontinu,shuts down,shutting down,retire,deprecat,下线,停售,关闭,停止服务", "discontinued")
      + cues("beta,preview,内测,公测,预览", "beta")
      + cues("generally available,general availability,正式版,正式上线,正式可用,全面上线", "ga") + plans
    let deals =
      cues("terminat,calls off,walks away,ends ,终止,取消", "terminated")
      + cues("completes,closes,完成", "closed") + cues("agrees,agreed,to acquire,签署,达成", "agreed")
      + cues("in talks,洽谈,考虑", "talks")
    return [
      .productRelease: releases, .modelRelease: releases, .infrastructure: plans,
      .acquisition: deals, .partnership: deals, .funding: deals,
    ]
  }()

  private static func cues(_ words: String, _ phase: String) -> [Cue] {
    words.split(separator: ",").map { (String($0).folded, phase) }
  }
}
