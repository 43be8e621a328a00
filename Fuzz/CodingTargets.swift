import EventCoding
import EventModel
import JSONText

/// Lines of items, as `annals code` reads them. What is coded must be readable again.
func fuzzCoder(_ bytes: UnsafeBufferPointer<UInt8>) {
  for line in bytes.split(separator: 0x0A) {
    guard let json = try? JSON.parse(Array(line)) else { continue }
    func text(_ key: String) -> String { json[key]?.string ?? "" }
    code(
      ItemText(
        title: text("title"), summary: text("summary"), content: text("content"),
        published: CivilDay(text("published")), source: text("source"), url: json["url"]?.string))
  }
}

/// Numbers, scales, units and ranges: each byte is a word that they are spelled with.
func fuzzQuantities(_ bytes: UnsafeBufferPointer<UInt8>) {
  code(ItemText(title: spelled(bytes, quantityWords), published: CivilDay(number: 20_000)))
}

/// Dates, told from a day that the first two bytes choose in the whole calendar.
func fuzzDates(_ bytes: UnsafeBufferPointer<UInt8>) {
  guard bytes.count > 2 else { return }
  let day = (Int(bytes[0]) << 8 | Int(bytes[1])) * 3_652_424 / 65_535 - 719_528
  let text = spelled(UnsafeBufferPointer(rebasing: bytes[2...]), dateWords)
  code(ItemText(title: text, published: CivilDay(number: day)))
  code(ItemText(title: text, published: nil))
}

/// A user's dictionary, and what it makes of some headlines.
func fuzzDictionary(_ bytes: UnsafeBufferPointer<UInt8>) {
  let toml = String(decoding: bytes, as: UTF8.self)
  guard let dictionary = try? CodingDictionary(files: [types, ("mine.toml", toml)]) else { return }
  _ = dictionary.findings()
  for title in headlines {
    code(ItemText(title: title, published: CivilDay(number: 20_000)), EventCoder(dictionary))
  }
}

private let headlines = [
  "Zyntho raises $20M Series A to build farm robots", "“小米”宣布：裁员１００人，涉及汽车部门！",
  "OpenAI brings out GPT-9: a new model 😀",
]
/// The bundled types alone: the whole dictionary takes too long for each run.
private let types = (
  name: "types.toml",
  toml: """
  [types.funding]
  meaning = "money"
  roles = ["recipient", "investor"]
  [types.model-release]
  meaning = "a model"
  objects = "new"
  stance = "launch"
  [types.product-release]
  meaning = "a product"
  shades = ["model-release"]
  [types.personnel]
  meaning = "people"
  suppresses = ["funding"]
  """
)
private let bundled = EventCoder()

private func code(_ item: ItemText, _ coder: EventCoder = bundled) {
  let coding = coder.code(item, explaining: true)
  _ = coder.sketch(item, coding)
  let length = item.codedText.unicodeScalars.count
  for event in coding.events {
    precondition((try? Event(json: event.json)) == event, "\(event)")
    precondition(event.evidence.map { $0.span.upperBound <= length } ?? true, "\(event)")
  }
  for quantity in coding.quantities {
    precondition(quantity.span.upperBound <= length, "\(quantity)")
    if let value = quantity.value {
      precondition(ExactDecimal(value.description) == value, "\(quantity)")
    }
    if let date = quantity.date?.partialDate {
      precondition((try? PartialDate(edtf: date.text)) == date, "\(quantity)")
    }
  }
}

private func spelled(_ bytes: UnsafeBufferPointer<UInt8>, _ words: [String]) -> String {
  bytes.map { words[Int($0) % words.count] }.joined()
}

private let digits =
  "零〇一二两三四五六七八九十百千万亿兆几数多余半0123456789０９".map(String.init)
  + [",", ".", "，", "．", "-", "~", " ", "/", ":", "'", "\n", "a", "的", "至", "到"]

private let quantityWords =
  digits + "壹贰叁肆伍陆柒捌玖拾佰仟上近超约逾成倍元块角分天年月张家人台卡个以上下内左右翻番".map(String.init)
  + ["$", "€", "￥", "%", "+", "<", ">=", "K", "M", "B", "T", "bn", " million", " billion"]
  + ["1,000", "999", "99999999999999", "万亿", "亿美元", "人民币", "美元", "个百分点", "营收", "融资", "估值"]
  + ["between ", " to ", " and ", "one", "twenty", "and a half", "quarter", " hundred", "a dozen"]
  + [
    "GW", "nm", "TB", "-fold", "x", "tokens", " users", "MGBP", "more than ", "up ", "down ", "增长",
  ]
  + ["分之", "又", "点", "折", "番", "负", "零下", "级", "打", "IOPS", "Gb/s", "微秒", " cents", "两块"]
  + [
    "half ", "thirds", " of ", " in ", " out of ", "doubled", "twice ", " dozen", "several ", "USD",
  ]
  + [
    "hundreds of millions", "three quarters of a ", " point five", "last ", " weeks", "个半", "《",
    "》",
  ]

private let dateWords =
  digits + "年月日号周末底初上下半前后第季度今昨明去本天".map(String.init)
  + ["2023", "1999", "2200", "99", "12", "31", "Q1", "H2", "W53", "财年", "季度", "上半年", "去年", "星期"]
  + ["过去", "未来", "以前", "以来", "同期", "year-end", "end of ", "late ", "mid-", "from ", "to "]
  + ["last ", "next ", "week", "month", "quarter", "year", "Friday", "yesterday", "FY", "fiscal "]
  + ["Jan", "February", "May", "Sept", " 1st", "will ", "将", "五年", "99999年", "10个月"]
  + [
    "since ", "before ", "after ", "between ", "until ", " and ", " ago", " from now", "第", "旬",
    "世纪",
  ]
  + [
    "年代", "圣诞节", "Christmas", "Thanksgiving ", "summer ", "of ", "the ", "first ", "20th", "1990s",
  ]
  + ["4Q25", "20260305", "3/5/2026", "之间", "和", "起", "至今", "上上", "礼拜", "星期五", "(周三)", "下午3点"]
  + ["fiscal ", "early ", "decade", "week 12 ", "a ", "five years"]
