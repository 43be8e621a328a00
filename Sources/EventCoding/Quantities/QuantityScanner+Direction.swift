import EventModel

extension QuantityScanner {
  /// `up` or `down`: from the words of the clause before a percentage, or just after it.
  func direction(of quantity: Quantity) -> String? {
    guard quantity.kind == .percent || quantity.kind == .multiple else { return nil }
    var offset = quantity.span.lowerBound - 1
    var spaces = 0
    let reach = max(-1, offset - 34)
    while offset > reach {
      let letter = text.letter(offset)
      if letter == 0x2C || letter == 0x3B || letter == 0x3002 || letter == 0x0A || letter == 0x28 {
        break
      }
      if letter == 0x20 { spaces += 1 }
      if spaces > 4 { break }
      if Letter.isHan(letter), quantity.span.lowerBound - offset > 10 { break }
      if text.isWordStart(offset), let (found, _) = Self.before.match(text, at: offset) {
        return found
      }
      offset -= 1
    }
    let end = pastSpace(quantity.span.upperBound)
    if let (found, _) = Self.after.match(text, at: end) { return found }
    return nil
  }

  private static let before = WordTable<String>(
    "up,rose,rises,rise,rising,grew,grow,grows,growing,growth,jumps,jumped,jump,gained,gains,climbs,climbed,soars,soared,surges,surged,surge,increased,increases,increase,higher,spikes,gain,增长,增,涨,上涨,提升,提高,上升,增加,大涨,飙升,暴涨,增幅,涨幅,大增,同比增,激增,攀升,劲增"
      .split(separator: ",").map { (String($0), "up") }
      + "down,fell,fall,falls,drop,drops,dropped,declined,declines,decline,slid,slides,plunges,plunged,plunge,tumbles,tumbled,lost,loses,sinks,sank,slumped,slumps,decreased,lower,shed,cut,下降,下滑,降,跌,下跌,减少,降低,大跌,暴跌,缩水,腰斩,跌幅,降幅,闪崩,减,收窄,萎缩,下挫"
      .split(separator: ",").map { (String($0), "down") })

  private static let after = WordTable<String>(
    "increase,jump,rise,gain,growth,surge,rally,higher,增长,涨幅".split(separator: ",").map {
      (String($0), "up")
    }
      + "drop,decline,decrease,fall,plunge,slump,cut,lower,跌幅,降幅".split(separator: ",").map {
        (String($0), "down")
      })
}
