import EventModel

/// The models, products and works that an event is about, under their full names.
struct ObjectFinder {
  let passage: Passage
  let type: EventType
  let headline: Headline

  var text: FoldedText { headline.text }

  /// In the order of the headline.
  var objects: [String] {
    guard !ObjectFinder.objectlessTypes.contains(type) else { return [] }
    let all = spans()
    let spans = all.filter { !isCompared($0) }
    if ObjectFinder.namingTypes.contains(type) {
      if let whole = wholeTitle ?? introduced { return [whole] }
      if isChinese, let name = stranger(beside: all) { return [name] }
    }
    let main = spans.filter { !isPlace($0) }
    if let first = released(among: main) ?? main.first
      ?? (ObjectFinder.types.contains(type) ? spans.first : nil)
    {
      return joined(from: first, spans).map { name($0) }
    }
    guard ObjectFinder.namingTypes.contains(type) else { return [] }
    return stranger(beside: all).map { [$0] } ?? []
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
    let rest = text.quote(hit.range.upperBound..<max(hit.range.upperBound, span.upperBound))
    if rest == "AI" { return known }
    return rest.trimmed.hasPrefix(known) ? rest.trimmed : known + rest
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
      if type == .modelRelease, isSibling(span, of: first) {
        list.append(span)
        continue
      }
      let between = String(letters: text.letters[list.last!.upperBound..<span.lowerBound]).trimmed
      if [",", "and", "&", "和", "、", "与", "及", "以及", ", and", "/"].contains(between) {
        list.append(span)
      }
    }
    return list
  }

  /// What stands right after a verb of release with its version: ChatGPT 更新 GPT-5.5.
  private func released(among spans: [Range<Int>]) -> Range<Int>? {
    guard isChinese, ObjectFinder.namingTypes.contains(type) else { return nil }
    return spans.first { span in
      text.letters[span].contains(where: Letter.isDigit)
        && ObjectFinder.releaseVerbs.contains {
          text.contains($0, at: span.lowerBound - $0.count)
            || text.contains($0, at: span.lowerBound - $0.count - 1)
        }
    }
  }

  /// Another model of the same maker, with its version.
  private func isSibling(_ span: Range<Int>, of first: Range<Int>) -> Bool {
    func model(_ span: Range<Int>) -> ObjectEntry? {
      passage.headHits.first {
        $0.term.group == .object && $0.range.lowerBound == span.lowerBound
      }.map { passage.context.dictionary.objects[Int($0.term.value)] }
    }
    guard let one = model(first), let other = model(span) else { return false }
    return one.isModel && other.isModel && one.maker == other.maker && !isPlace(span)
      && text.letters[span].contains(where: Letter.isDigit)
      && text.letters[first].contains(where: Letter.isDigit)
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
    return !hasVersion
      && ObjectFinder.places.contains { text.contains($0, at: span.lowerBound - $0.count) }
  }

  /// Whether it only serves as a measure: a ChatGPT rival, 类ChatGPT, 碾压ChatGPT.
  private func isCompared(_ span: Range<Int>) -> Bool {
    ObjectFinder.comparingBefore.contains { text.contains($0, at: span.lowerBound - $0.count) }
      || ObjectFinder.comparingAfter.contains { text.contains($0, at: span.upperBound) }
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
      let introduces = ObjectFinder.introducingVerbs.contains(Array(text.letters[verb]))
      let reach = isProducts && !introduces ? 1 : 40
      guard let run = name(after: verb.upperBound, within: reach) else { continue }
      guard let inside = spans.first(where: { $0.overlaps(run) }) else { return text.quote(run) }
      let own = withoutActor(run)
      if inside.lowerBound <= own.lowerBound { return nil }
      return text.quote(
        inside.upperBound == own.upperBound && isPlatform(inside)
          ? own.lowerBound..<(inside.lowerBound - 1) : own)
    }
    if let colon = text.letters[body].firstIndex(of: 0x3A), colon - body.lowerBound < 30,
      let run = headline.nameRun(at: body.lowerBound), run.upperBound == colon, !isActor(run)
    {
      return text.quote(withoutActor(run))
    }
    if !isChinese, let run = headline.nameRun(at: body.lowerBound), !isActor(run),
      ObjectFinder.arrivals.contains(where: { text.contains($0, at: run.upperBound) })
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

  private func isPlatform(_ span: Range<Int>) -> Bool {
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
        && text.letter($0.range.upperBound) == 0x20
    }
    return maker.map { ($0.range.upperBound + 1)..<run.upperBound } ?? run
  }

  private func isActor(_ run: Range<Int>) -> Bool {
    passage.hits.contains {
      $0.term.group == .actor && $0.range.overlaps(run) && $0.range.count >= run.count - 1
    }
  }

  /// Types that are about companies and people.
  private static let objectlessTypes: Set<EventType> = [
    .funding, .personnel, .forecast, .advocacy, .acquisition,
  ]
  private static let types: Set<EventType> = [
    .modelRelease, .productRelease, .research, .incident, .infrastructure, .metric, .regulation,
  ]
  private static let namingTypes: Set<EventType> = [.modelRelease, .productRelease, .research]
  private static let versionWords: Set<[UInt16]> = Set(
    "pro max mini nano lite flash ultra turbo plus preview sonnet opus haiku instruct chat coder vision thinking reasoning large medium small base instant fast air sol audio voice"
      .split(separator: " ").map { String($0).folded })
  private static let platforms: Set<[UInt16]> = Set(
    ["windows", "ios", "android", "mac", "macos", "linux", "web", "chrome"].map(\.folded))
  private static let genericWords: Set<[UInt16]> = Set(
    "ai agent agents app api sdk cli pc mac ios android windows linux web skill skills plus pro max work code beta alpha mcp llm gpu cpu npu tpu vr ar xr tts ocr asr ide saas token tokens copilot prime bug plan go rag vla aigc agi moe sota chat demo kit hub os tv ev suv ota gui ui ga iot b c gpus chip chips model models"
      .split(separator: " ").map { String($0).folded })
  private static let places = [
    "on ", "in ", "inside ", "via ", "across ", "over ", "than ", "面向", "基于", "支持", "登陆", "接入",
    "上线 ", "for ", "into ", "类", "vs. ", "against ", "using ",
  ].map(\.folded)
  private static let comparingBefore = [
    "类", "碾压", "超越", "超过", "对标", "比肩", "媲美", "击败", "替代", "取代", "挑战", "叫板", "than ", "vs ", "vs. ",
    "against ",
    "rivals ", "rivaling ", "beats ", "outperforms ", "rival to ", "competitor to ",
    "alternative to ", "answer to ", "unlike ", "version of ",
  ].map(\.folded)
  private static let comparingAfter = [
    " competitor", " rival", " alternative", " clone", " killer", "-like", " like", "竞品", "竞争对手",
    "的对手",
  ].map(\.folded)
  /// What is said of a thing that has come out, right after its name.
  private static let arrivals = [
    " is now ", " is available", " is here", " now available", " now in", " from ", " arrives",
    " goes live",
  ].map(\.folded)
  /// Verbs whose object is new, whoever the subject is.
  private static let introducingVerbs: Set<[UInt16]> = Set(
    ["推出", "正式发布", "发布", "开源"].map(\.folded))
  private static let releaseVerbs = [
    "introducing ", "announcing ", "launches ", "unveils ", "releases ", "debuts ", "introduces ",
    "open-sources ", "open sources ", "releasing ", "meet ", "called ", "推出", "正式发布", "发布", "开源",
    "上线", "更新", "开放", "首发", "产品",
  ].map(\.folded)
}
