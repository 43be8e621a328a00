import EventModel

/// Finds all quantities and dates of a text, in order.
struct QuantityScanner {
  let text: FoldedText
  private let dates: DateFinder
  private(set) var quantities: [Quantity] = []

  init(_ text: FoldedText, published: CivilDay?) {
    self.text = text
    dates = DateFinder(text, published: published)
  }

  /// Without a day of publication, dates that are told from it are none.
  static func scan(_ text: FoldedText, published: CivilDay?) -> [Quantity] {
    var scanner = QuantityScanner(text, published: published)
    scanner.run()
    return scanner.quantities
  }

  private mutating func run() {
    var offset = 0
    while offset < text.count {
      let letter = text.letters[offset]
      if letter == 0x300A, let end = titleEnd(offset) {
        offset = end
        continue
      }
      guard QuantityStart.isPossible(letter), text.isWordStart(offset), !isInName(offset) else {
        offset += 1
        continue
      }
      if let (date, end) = dates.date(at: offset) {
        if let date { quantities.append(date) }
        offset = end
      } else if let (amount, end) = amount(at: offset) {
        quantities += amount
        offset = end
      } else if letter == 0x7B2C, let numeral = numeral(at: pastSpace(offset + 1)) {
        offset = numeral.end  // 第三
      } else {
        offset = skip(offset)
      }
    }
  }

  /// Past the title of a work in 《》, in which numbers are words.
  private func titleEnd(_ start: Int) -> Int? {
    for offset in start..<min(start + 60, text.count) where text.letters[offset] == 0x300B {
      return offset + 1
    }
    return nil
  }

  /// Past the word or number at an offset.
  private func skip(_ start: Int) -> Int {
    guard Letter.isWord(text.letter(start)) else { return start + 1 }
    var offset = start
    while Letter.isWord(text.letter(offset))
      || (text.letter(offset) == 0x2E && Letter.isDigit(text.letter(offset + 1))
        && Letter.isDigit(text.letter(offset - 1)))
    {
      offset += 1
    }
    return offset
  }

  /// Whether the number here belongs to a name, as in GPT-4 or 3.5-turbo's 5.
  private func isInName(_ offset: Int) -> Bool {
    let before = text.letter(offset - 1)
    if Letter.isDigit(text.letter(offset)) {
      if before == 0x2E, Letter.isWord(text.letter(offset - 2)) { return true }
      if before == 0x23 || before == 0x40 || before == 0x5F { return true }
      if before == 0x2D || before == 0x2F {
        var start = offset - 1
        while start > 0, Letter.isWord(text.letter(start - 1)) || text.letter(start - 1) == 0x2E {
          start -= 1
        }
        return Letter.isLatin(text.letter(start)) || Letter.isLatin(text.letter(offset - 2))
      }
    }
    return false
  }
}

/// Which letters a quantity or date can begin with.
enum QuantityStart {
  static func isPossible(_ letter: UInt16) -> Bool {
    letter < 0x100
      ? ascii[Int(letter)] : letter >= 0x20A0 && (letter < 0x2265 || HanStarts.contains(letter))
  }

  private static let ascii: [Bool] = (0..<256).map { value in
    let letter = UInt16(value)
    return Letter.isWord(letter) || [0x24, 0xA3, 0xA5, 0x7E, 0x3E, 0x3C].contains(letter)
  }

  private enum HanStarts {
    static func contains(_ letter: UInt16) -> Bool { table[Int(letter)] }

    private static let table: [Bool] = {
      var table = [Bool](repeating: false, count: 65_536)
      let starts =
        "零〇一二两三四五六七八九十百千万亿兆壹贰叁肆伍陆柒捌玖拾佰仟几数半上约大将近接超逾突不至最高少多低破人港新台日欧美英今明昨前去年本下过未第全当同从自这周星元早晚春夏秋冬晨凌翻倒差起度截倍首岁圣黑国劳妇儿教情愚双感母父週禮次翌后大负"
      for letter in starts.folded { table[Int(letter)] = true }
      return table
    }()
  }
}

extension QuantityScanner {
  /// `up` or `down`: from the words of the clause before a percentage, or just after it.
  func direction(of quantity: Quantity) -> String? {
    guard quantity.kind == .percent || quantity.kind == .ratio else { return nil }
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
      if text.isWordStart(offset), let (found, end) = Self.before.match(text, at: offset),
        text.letter(end) != 0x901F
      {
        return found
      }
      offset -= 1
    }
    let end = pastSpace(quantity.span.upperBound)
    if let (found, _) = Self.after.match(text, at: end) { return found }
    return nil
  }

  private static let before = WordTable<String>(
    "up,rose,rises,rise,rising,grew,grow,grows,growing,growth,jumps,jumped,jump,gained,gains,climbs,climbed,soars,soared,surges,surged,surge,increased,increases,increase,higher,spikes,gain,rebounded,expanded,advanced,added,upped,boosted,rallied,rally,增长,增,涨,上涨,提升,提高,上升,增加,大涨,飙升,暴涨,增幅,涨幅,大增,同比增,激增,攀升,劲增,上调,上修,回升,走高,收涨,上扬,扩大,跃升,猛增,陡增,蹿升"
      .split(separator: ",").map { (String($0), "up") }
      + "down,fell,fall,falls,drop,drops,dropped,declined,declines,decline,slid,slides,plunges,plunged,plunge,tumbles,tumbled,lost,loses,sinks,sank,slumped,slumps,decreased,lower,shed,cut,cuts,slipped,slips,dipped,dips,eased,contracted,shrank,shrinks,shrunk,retreated,slashed,slashes,reduced,reduces,trimmed,下降,下滑,降,跌,下跌,减少,降低,大跌,暴跌,缩水,腰斩,跌幅,降幅,闪崩,减,收窄,萎缩,下挫,回落,下调,下修,走低,收跌,缩小,缩减,负增长,大降,骤降,锐减,缩短,降至,降到,下探,亏损扩大"
      .split(separator: ",").map { (String($0), "down") })

  private static let after = WordTable<String>(
    "increase,jump,rise,gain,growth,surge,rally,higher,增长,涨幅".split(separator: ",").map {
      (String($0), "up")
    }
      + "drop,decline,decrease,fall,plunge,slump,cut,lower,跌幅,降幅".split(separator: ",").map {
        (String($0), "down")
      })
}
