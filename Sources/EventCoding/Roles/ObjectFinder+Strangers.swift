import EventModel

extension ObjectFinder {
  /// A name that no dictionary has: after the verb of release, or before a colon. Where a product
  /// does the releasing (Codex 上线 …), the name must stand right after the verb to be the object.
  func stranger(beside spans: [Range<Int>]) -> String? {
    let body = headline.body
    let verbs = Verbs.releasing.compactMap { verb in
      text.letters.firstOffset(of: verb, in: body).map { $0..<($0 + verb.count) }
    }
    for verb in verbs.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      let isProducts = spans.contains { $0.lowerBound < verb.lowerBound }
      let introduces = Verbs.introducing.contains(Array(text.letters[verb]))
      let reach = isProducts && !introduces ? 1 : 40
      guard let run = name(after: verb.upperBound, within: reach) else { continue }
      guard let inside = spans.first(where: { $0.overlaps(run) }) else { return text.name(run) }
      let own = withoutActor(run)
      if inside.lowerBound <= own.lowerBound { return nil }
      return text.name(
        inside.upperBound == own.upperBound && isPlatform(inside)
          ? own.lowerBound..<(inside.lowerBound - 1) : own)
    }
    if let title = titled, !isActor(title) { return text.name(withoutActor(title)) }
    if !headline.isChinese, let run = headline.nameRun(at: body.lowerBound), !isActor(run),
      Verbs.comingOut.contains(where: { text.contains($0, at: run.upperBound) })
    {
      return text.name(run)
    }
    let isVerbless =
      passage.context.owner != nil && body.count < 32
      && text.letters[body].count { $0 == 0x20 } <= 3
    if isVerbless, let run = headline.nameRun(at: body.lowerBound),
      run.upperBound >= body.upperBound - 1
    {
      return text.name(run)
    }
    return nil
  }

  /// What stands before a colon, in at most three words: Riemann-bench: A Benchmark for …
  private var titled: Range<Int>? {
    let body = headline.body
    guard let colon = text.letters[body].firstIndex(of: 0x3A), colon - body.lowerBound < 40 else {
      return nil
    }
    let end = text.letter(colon - 1) == 0x20 ? colon - 1 : colon
    guard end > body.lowerBound else { return nil }
    let title = body.lowerBound..<end
    let words = text.cased[title].split(separator: 0x20)
    guard 1...3 ~= words.count, !isGeneric(title), !text.hasHan(in: title),
      !text.letters[title].contains(0x27), text.letters[title].contains(where: Letter.isLatin),
      words.allSatisfy({ Letter.isUppercase($0.first!) || Letter.isDigit($0.first!) }),
      !words.allSatisfy({ Headline.commonWords.contains($0.map(Letter.lowercase)) })
    else { return nil }
    return title
  }

  private func name(after start: Int, within reach: Int) -> Range<Int>? {
    var offset = start
    var words = 0
    while offset <= min(start + reach, headline.body.upperBound - 1) {
      let letter = text.letter(offset)
      if letter == 0x2C || letter == 0x3B || letter == 0x3A { return nil }
      guard let word = headline.word(at: offset) else {
        offset += 1
        continue
      }
      let run = headline.isChinese ? headline.latinRun(at: offset) : headline.nameRun(at: offset)
      if let run, run.upperBound <= headline.body.upperBound, !isActor(run), !isGeneric(run),
        text.letter(run.upperBound) != 0x27
      {
        return run
      }
      words += 1
      if words > 4 { return nil }
      offset = max(word.upperBound, headline.isChinese ? run?.upperBound ?? 0 : 0)
    }
    return nil
  }

  func isPlatform(_ span: Range<Int>) -> Bool {
    ObjectFinder.platforms.contains(Array(text.letters[span]))
  }

  /// Words that many things are called, and the platforms things run on.
  private func isGeneric(_ run: Range<Int>) -> Bool {
    text.letters[run].split { !Letter.isWord($0) }.allSatisfy {
      Letter.isDigit($0.first!) || ObjectFinder.genericWords.contains(Array($0))
    }
  }

  /// A name without the maker that stands before it.
  private func withoutActor(_ run: Range<Int>) -> Range<Int> {
    let maker = passage.headHits.first {
      $0.term.group == .actor && $0.range.lowerBound == run.lowerBound
        && text.letter($0.range.upperBound) == 0x20 && $0.range.upperBound + 1 < run.upperBound
    }
    return maker.map { ($0.range.upperBound + 1)..<run.upperBound } ?? run
  }

  private func isActor(_ run: Range<Int>) -> Bool {
    passage.hits.contains {
      $0.term.group == .actor && $0.range.overlaps(run) && $0.range.count >= run.count - 1
    }
  }

  private static let platforms: Set<[UInt16]> = Set(
    ["windows", "ios", "android", "mac", "macos", "linux", "web", "chrome"].map(\.folded))
  private static let genericWords: Set<[UInt16]> = Set(
    "ai agent agents app api sdk cli pc mac ios android windows linux web skill skills plus pro max work code beta alpha mcp llm gpu cpu npu tpu vr ar xr tts ocr asr ide saas token tokens copilot prime bug plan go rag vla aigc agi moe sota chat demo kit hub breaking news update updates watch video opinion live os tv ev suv ota gui ui ga iot b c gpus chip chips model models"
      .split(separator: " ").map { String($0).folded })
}
