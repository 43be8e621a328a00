import EventModel

/// The models, products and works that an event is about, under their full names.
struct ObjectFinder {
  let passage: Passage
  let type: TypeEntry
  let headline: Headline

  init(_ passage: Passage, _ type: TypeEntry) {
    self.passage = passage
    self.type = type
    headline = passage.headline
  }

  var text: FoldedText { headline.text }

  /// In the order of the headline.
  var objects: [String] {
    guard type.objects != .none else { return [] }
    let all = spans()
    let spans = all.filter { !ObjectFinder.isCompared($0, text) && !isVaguer($0, among: all) }
    if type.type == .infrastructure, let introduced { return [introduced] }
    if type.objects == .new {
      if let whole = wholeTitle ?? introduced { return [whole] }
      if all.isEmpty, let name = headline.versioned { return [text.name(name)] }
      if headline.isChinese, let name = stranger(beside: all) { return [name] }
    }
    let main = spans.filter { !isPlace($0) }
    if let first = released(among: main) ?? main.first
      ?? (type.objects != .known ? spans.first : nil)
    {
      return joined(from: first, spans).map { name($0) }
    }
    guard type.objects == .new else { return [] }
    return (stranger(beside: all) ?? project).map { [$0] } ?? []
  }

  /// A project is both who releases and what is released: OpenClaw 发布 2026.5.28 版本.
  private var project: String? {
    let dictionary = passage.context.dictionary
    return passage.headHits.lazy.filter { $0.term.group == .actor }.map(dictionary.actor)
      .first { $0.kind == "project" }?.name
  }

  /// Whether the version of the same thing is named too: 千问 beside Qwen3-Max.
  private func isVaguer(_ span: Range<Int>, among spans: [Range<Int>]) -> Bool {
    guard !text.letters[span].contains(where: Letter.isDigit) else { return false }
    let line = name(span).folded
    return spans.contains { other in
      other != span && text.letters[other].contains(where: Letter.isDigit)
        && name(other).folded.starts(with: line)
    }
  }

  /// What the dictionary knows, grown to full names.
  private func spans() -> [Range<Int>] {
    var spans: [Range<Int>] = []
    for hit in passage.headHits
    where hit.term.group == .object && hit.range.upperBound <= headline.body.upperBound {
      let span = full(hit.range)
      if endsStranger(hit.range) { continue }
      if let last = spans.last, span.lowerBound < last.upperBound { continue }
      spans.append(span)
    }
    return spans
  }

  /// Whether a word is only the end of a Latin name amid Chinese: Edge in Digital Edge将斥资.
  private func endsStranger(_ range: Range<Int>) -> Bool {
    guard headline.isChinese, text.letter(range.lowerBound - 1) == 0x20,
      Letter.isLatin(text.letter(range.lowerBound - 2)), Letter.isHan(text.letter(range.upperBound))
    else { return false }
    return !passage.headHits.contains { $0.range.upperBound == range.lowerBound - 1 }
  }

  /// What the dictionary knows at the beginning of a span.
  private func hit(at span: Range<Int>) -> Hit? {
    passage.headHits.first {
      $0.term.group == .object && $0.range.lowerBound == span.lowerBound
    }
  }

  /// The name of what stands at a span: 昇腾 910B → Ascend 910B.
  private func name(_ span: Range<Int>) -> String {
    guard let hit = hit(at: span) else { return text.name(span) }
    let known = passage.context.dictionary.object(hit).name
    guard known.folded != Array(text.letters[hit.range]) else { return text.name(span) }
    let rest = text.name(hit.range.upperBound..<max(hit.range.upperBound, span.upperBound))
    if rest == "AI" { return known }
    return rest.trimmed.hasPrefix(known) ? rest.trimmed : known + rest
  }

  /// An official post titled with nothing but a name.
  private var wholeTitle: String? {
    guard passage.context.owner != nil, type.type == .productRelease || type.type == .modelRelease,
      !headline.isChinese, text.letters[headline.body].count(where: { $0 == 0x20 }) <= 4,
      let run = headline.nameRun(at: headline.body.lowerBound),
      run == headline.body || run.upperBound + 4 == headline.body.upperBound,
      run == headline.body || text.contains(" api", at: run.upperBound),
      let first = headline.word(at: run.lowerBound),
      !text.contains("ing", at: first.upperBound - 3),
      !text.contains("release", at: run.upperBound - 7)
    else { return nil }
    return text.name(headline.body)
  }

  /// The first object and those listed with it.
  private func joined(from first: Range<Int>, _ spans: [Range<Int>]) -> [Range<Int>] {
    if passage.context.isSentence { return spans.filter { $0.lowerBound >= first.lowerBound } }
    var list = [first]
    for span in spans where span.lowerBound > list.last!.upperBound {
      if type.type == .modelRelease, isSibling(span, of: first) {
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
    guard headline.isChinese, type.objects == .new else { return nil }
    return spans.first { span in
      text.letters[span].contains(where: Letter.isDigit)
        && text.containsAny(of: Verbs.releasing, before: span.lowerBound)
    }
  }

  /// Another model of the same maker, with its version.
  private func isSibling(_ span: Range<Int>, of first: Range<Int>) -> Bool {
    guard let one = hit(at: first).map(passage.context.dictionary.object),
      let other = hit(at: span).map(passage.context.dictionary.object)
    else { return false }
    return one.isModel && other.isModel && one.maker == other.maker && !isPlace(span)
      && text.letters[span].contains(where: Letter.isDigit)
      && text.letters[first].contains(where: Letter.isDigit)
  }
}
