import EventModel

extension TypeChoice {
  /// What a headline without a verb is taken for.
  mutating func takePrior(_ models: [Hit]) {
    if passage.context.owner != nil, !passage.context.isSentence { officialPrior(models) }
    if prior == nil, models.isEmpty, passage.headline.versioned != nil {
      prior = .productRelease
      scores[.productRelease] += 5
    }
    if passage.context.owner == nil || prior == nil { namedModelPrior(models) }
  }

  /// The posts of a company are about what it makes, even where no verb says so.
  private mutating func officialPrior(_ models: [Hit]) {
    if passage.context.isResearch, !scores.decisive.contains(true), scores.none < 6 {
      prior = .research
      scores[.research] += 6
      return
    }
    guard scores.points.allSatisfy({ $0 < 6 }), scores.none < 3 else { return }
    let words = passage.text.letters[passage.head].count { $0 == 0x20 } + 1
    guard words <= 5, !passage.context.isResearch else { return }
    prior = models.isEmpty ? .productRelease : .modelRelease
    scores[prior!] += 6
  }

  /// A headline that is hardly more than a model's name and version announces it.
  private mutating func namedModelPrior(_ models: [Hit]) {
    guard let model = models.first, !passage.context.isSentence, scores.none == 0,
      scores.points.allSatisfy({ $0 < 4 }), model.range.lowerBound - passage.head.lowerBound < 24
    else { return }
    guard hasVersion(model), passage.head.count < 90 else { return }
    prior = .modelRelease
    scores[.modelRelease] += 5
  }

  /// Whether its maker brings out a model with its version: 智谱上线 GLM-4.6.
  func isReleased(_ model: Hit) -> Bool {
    let maker = passage.context.dictionary.object(model).maker
    let actor = passage.headHits.first { $0.term.group == .actor }
    return actor.map { Int($0.term.value) } == maker && hasVersion(model)
      && passage.text.containsAny(of: Verbs.comingOutChinese, before: model.range.lowerBound)
  }

  /// Whether a model is named with its version, glued to it or not: Qwen3, GLM-4.6, Llama 4.
  private func hasVersion(_ model: Hit) -> Bool {
    let (text, end) = (passage.text, model.range.upperBound)
    return text.letters[model.range].contains(where: Letter.isDigit)
      || Letter.isDigit(text.letter(end)) || Letter.isDigit(text.letter(end + 1))
  }
}
