import EventModel

/// The models, products and works that an event is about, under their full names.
struct ObjectFinder {
  let passage: Passage
  let type: EventType
  let headline: Headline

  var text: FoldedText { headline.text }

  /// In the order of the headline.
  var objects: [String] {
    let spans = spans()
    if ObjectFinder.namingTypes.contains(type) {
      if let whole = wholeTitle ?? introduced { return [whole] }
      if isChinese, let name = stranger(beside: spans) { return [name] }
    }
    let main = spans.filter { !isPlace($0) }
    if let first = main.first ?? (ObjectFinder.types.contains(type) ? spans.first : nil) {
      return joined(from: first, spans).map { name($0) }
    }
    guard ObjectFinder.namingTypes.contains(type) else { return [] }
    return stranger(beside: []).map { [$0] } ?? []
  }

  /// What the dictionary knows, grown to full names.
  private func spans() -> [Range<Int>] {
    var spans: [Range<Int>] = []
    for hit in passage.headHits
    where hit.term.group == .object && hit.range.upperBound <= headline.body.upperBound {
      let span = full(hit.range)
      if let last = spans.last, span.lowerBound < last.upperBound { continue }
      spans.append(span)
    }
    return spans
  }

  /// The name of what stands at a span: 昇腾 910B → Ascend 910B.
  private func name(_ span: Range<Int>) -> String {
    let hit = passage.headHits.first {
      $0.term.group == .object && $0.range.lowerBound == span.lowerBound
    }
    guard let hit else { return text.quote(span) }
    let known = passage.context.dictionary.objects[Int(hit.term.value)].name
    guard known.folded != Array(text.letters[hit.range]) else { return text.quote(span) }
    return known + text.quote(hit.range.upperBound..<max(hit.range.upperBound, span.upperBound))
  }

  private var isChinese: Bool { text.letters[headline.body].contains { Letter.isHan($0) } }

  /// An official post titled with nothing but a name.
  private var wholeTitle: String? {
    guard passage.context.owner != nil, type == .productRelease || type == .modelRelease,
      !isChinese, text.letters[headline.body].count(where: { $0 == 0x20 }) <= 4,
      let run = headline.nameRun(at: headline.body.lowerBound),
      run == headline.body || run.upperBound + 4 == headline.body.upperBound,
      run == headline.body || text.contains(" api", at: run.upperBound),
      let first = headline.word(at: run.lowerBound),
      !text.contains("ing", at: first.upperBound - 3),
      !text.contains("release", at: run.upperBound - 7)
    else { return nil }
    return text.quote(headline.body)
  }

  /// The first object and those listed with it.
  private func joined(from first: Range<Int>, _ spans: [Range<Int>]) -> [Range<Int>] {
    if passage.context.isSentence { return spans.filter { $0.lowerBound >= first.lowerBound } }
    var list = [first]
    for span in spans where span.lowerBound > list.last!.upperBound {
      let between = String(letters: text.letters[list.last!.upperBound..<span.lowerBound]).trimmed
      if [",", "and", "&", "和", "、", "与", "及", "以及", ", and", "/"].contains(between) {
        list.append(span)
      }
    }
    return list
  }

  /// A name grown to its version and its siblings: GPT → GPT-5.6 Sol, 智谱 GLM → GLM-skills.
  private func full(_ range: Range<Int>) -> Range<Int> {
    var end = range.upperBound
    while end < headline.body.upperBound {
      var next = end
      if [0x20, 0x2D].contains(text.letter(next)) { next += 1 }
      if text.letter(next) == 0x2E, Letter.isWord(text.letter(next + 1)) { next += 1 }
      guard let word = headline.word(at: next), word.upperBound <= headline.body.upperBound,
        belongs(word, glued: next == end || text.letter(end) == 0x2D)
      else { break }
      end = word.upperBound
    }
    if end < headline.body.upperBound, text.letter(end) == 0x2B { end += 1 }
    return range.lowerBound..<end
  }

  private func belongs(_ word: Range<Int>, glued: Bool) -> Bool {
    let letters = Array(text.letters[word])
    if ObjectFinder.versionWords.contains(letters) { return true }
    let first = text.cased[word.lowerBound]
    if Letter.isDigit(first) {
      let end = word.upperBound
      if [0x25, 0x5E74, 0x6708, 0x4EBF, 0x4E07, 0x6298, 0x500D].contains(text.letter(end))
        || [0x5E74, 0x6708, 0x4EBF, 0x4E07, 0x6298, 0x500D, 0x7F8E, 0x5143].contains(
          text.letter(end + 1))
        || word.count > 4 && !glued
      {
        return false
      }
      return Unit.counts.match(text, at: end + 1) == nil || glued
    }
    if glued { return true }
    if isChinese { return true }
    if headline.isTitleCase || Headline.commonWords.contains(letters) { return false }
    return Letter.isUppercase(first)
  }

  /// Whether a platform is meant: on iOS, 面向Windows.
  private func isPlace(_ span: Range<Int>) -> Bool {
    let hasVersion = Letter.isDigit(text.letter(span.upperBound - 1))
    return !hasVersion && ObjectFinder.places.contains { text.contains($0, at: span.lowerBound - $0.count) }
  }

  /// A name that no dictionary has: after the verb of release, or before a colon. Where a product
  /// does the releasing (Codex 上线 …), the name must stand right after the verb to be the object.
  private func stranger(beside spans: [Range<Int>]) -> String? {
    let body = headline.body
    let verbs = ObjectFinder.releaseVerbs.compactMap { verb in
      text.letters.firstRange(of: verb, in: body).map { $0..<($0 + verb.count) }
    }
    for verb in verbs.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      let isProducts = spans.contains { $0.lowerBound < verb.lowerBound }
      let reach = isProducts ? 1 : 40
      guard let run = name(after: verb.upperBound, within: reach) else { continue }
      if spans.contains(where: { $0.overlaps(run) }) { return nil }
      return text.quote(run)
    }
    if let colon = text.letters[body].firstIndex(of: 0x3A), colon - body.lowerBound < 30,
      let run = headline.nameRun(at: body.lowerBound), run.upperBound == colon, !isActor(run)
    {
      return text.quote(run)
    }
    let isVerbless =
      passage.context.owner != nil && body.count < 32
      && text.letters[body].count { $0 == 0x20 } <= 3
    if isVerbless, let run = headline.nameRun(at: body.lowerBound),
      run.upperBound >= body.upperBound - 1
    {
      return text.quote(run)
    }
    return nil
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
      let run = isChinese ? headline.latinRun(at: offset) : headline.nameRun(at: offset)
      if let run, run.upperBound <= headline.body.upperBound, !isActor(run), !isGeneric(run),
        text.letter(run.upperBound) != 0x27
      {
        return run
      }
      words += 1
      if words > 4 { return nil }
      offset = max(word.upperBound, isChinese ? run?.upperBound ?? 0 : 0)
    }
    return nil
  }

  /// Words that many things are called, and the platforms things run on.
  private func isGeneric(_ run: Range<Int>) -> Bool {
    text.letters[run].split { !Letter.isWord($0) }.allSatisfy {
      Letter.isDigit($0.first!) || ObjectFinder.genericWords.contains(Array($0))
    }
  }

  private func isActor(_ run: Range<Int>) -> Bool {
    passage.hits.contains {
      $0.term.group == .actor && $0.range.overlaps(run) && $0.range.count >= run.count - 1
    }
  }

  private static let types: Set<EventType> = [
    .modelRelease, .productRelease, .research, .incident, .infrastructure, .metric, .regulation,
  ]
  private static let namingTypes: Set<EventType> = [.modelRelease, .productRelease, .research]
  private static let versionWords: Set<[UInt16]> = Set(
    "pro max mini nano lite flash ultra turbo plus preview sonnet opus haiku instruct chat coder vision thinking reasoning large medium small base instant fast air sol audio voice"
      .split(separator: " ").map { String($0).folded })
  private static let genericWords: Set<[UInt16]> = Set(
    "ai agent agents app api sdk cli pc mac ios android windows linux web skill skills plus pro max work code beta alpha mcp llm gpu cpu npu tpu vr ar xr tts ocr asr ide saas token tokens copilot prime bug plan go rag vla aigc agi moe sota chat demo kit hub os tv ev suv ota gui ui ga iot b c"
      .split(separator: " ").map { String($0).folded })
  private static let places = [
    "on ", "in ", "inside ", "via ", "across ", "over ", "than ", "面向", "基于", "支持", "登陆", "接入",
    "上线 ", "for ", "into ", "类", "vs. ", "against ", "using ",
  ].map(\.folded)
  private static let releaseVerbs = [
    "introducing ", "announcing ", "launches ", "unveils ", "releases ", "debuts ", "introduces ",
    "open-sources ", "open sources ", "releasing ", "meet ", "called ", "推出", "正式发布", "发布", "开源",
    "上线", "开放", "首发", "产品",
  ].map(\.folded)
}
