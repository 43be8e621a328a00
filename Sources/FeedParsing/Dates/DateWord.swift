/// What a word in a date means, in the languages feeds have been seen in.
enum DateWord {
  case month(Int)
  case weekday
  case zone(Int)
  /// Abbreviations that several zones share, to be told apart by ``DateContext``.
  case ist, cst
  /// A preposition, or the Atlantic's time.
  case at
  /// The year before an era's first; whether the date is of that first year, 元年.
  case era(Int, isFirst: Bool)
  case region(RegionZone)
  /// Before or after noon; Korean says the zone with it.
  case afternoon(Bool, offset: Int?)
  /// 년, 월, 일: no meaning but that the zone is Korea's.
  case implies(Int)
  case filler
  case unknown

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    if let known = Self.english(bytes) {
      self = known
      return
    }
    let word = String(decoding: bytes, as: UTF8.self).lowercased()
    if let offset = Self.zones[word] {
      self = .zone(offset)
    } else if let zone = RegionZone(word) {
      self = .region(zone)
    } else if let other = Self.others[word] {
      self = other
    } else if let era = Self.eras.first(where: { word.hasPrefix($0.key) }) {
      self = .era(era.value, isFirst: word.dropFirst(era.key.count).hasPrefix("元"))
    } else if let month = Self.month(word) {
      self = .month(month)
    } else {
      self = .unknown
    }
  }

  /// The three-letter beginnings that nearly every feed uses.
  private static func english(_ bytes: UnsafeBufferPointer<UInt8>) -> DateWord? {
    guard bytes.count >= 3, bytes[0] < 0x80, bytes[1] < 0x80, bytes[2] < 0x80 else { return nil }
    let key =
      UInt32(bytes[0] | 0x20) << 16 | UInt32(bytes[1] | 0x20) << 8 | UInt32(bytes[2] | 0x20)
    if bytes.count == 3, key == 0x67_6D74 || key == 0x75_7463 { return .zone(0) }
    guard bytes.count == 3 || bytes.count >= 4 && bytes.count <= 9 else { return nil }
    if let month = englishMonths.firstIndex(of: key), isPrefix(bytes, of: monthNames[month]) {
      return .month(month + 1)
    }
    if englishDays.contains(key), bytes.count == 3 { return .weekday }
    return nil
  }

  private static func isPrefix(_ bytes: UnsafeBufferPointer<UInt8>, of name: StaticString) -> Bool {
    guard bytes.count <= name.utf8CodeUnitCount else { return false }
    for k in 0..<bytes.count where bytes[k] | 0x20 != name.utf8Start[k] { return false }
    return true
  }

  private static let monthNames: [StaticString] = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]
  /// The first three letters of each name, one byte each.
  private static let englishMonths = monthNames.map(key)
  private static let englishDays =
    (["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as [StaticString])
    .map(key)

  private static func key(_ name: StaticString) -> UInt32 {
    UInt32(name.utf8Start[0]) << 16 | UInt32(name.utf8Start[1]) << 8 | UInt32(name.utf8Start[2])
  }

  /// Minutes east of UTC; of an abbreviation that several zones share, the one feeds mean most.
  private static let zones: [String: Int] = [
    "z": 0, "ut": 0, "utc": 0, "gmt": 0, "wet": 0, "zulu": 0, "etc/gmt": 0, "etc/utc": 0,
    "est": -300, "edt": -240, "cdt": -300, "mst": -420, "mdt": -360, "pst": -480, "pdt": -420,
    "ast": -240, "adt": -180, "akst": -540, "akdt": -480, "hst": -600, "hast": -600,
    "hadt": -540, "nst": -210, "ndt": -150, "sst": -660, "chst": 600,
    "bst": 60, "west": 60, "cet": 60, "cest": 120, "met": 60, "mest": 120, "mez": 60,
    "mesz": 120, "eet": 120, "eest": 180, "msk": 180, "msd": 240, "samt": 240, "yekt": 300,
    "omst": 360, "novt": 420, "krat": 420, "irkt": 480, "yakt": 540, "vlat": 600, "magt": 660,
    "pett": 720, "trt": 180, "idt": 180, "wat": 60, "cat": 120, "eat": 180, "sast": 120,
    "irst": 210, "irdt": 270, "gst": 240, "azt": 240, "get": 240, "amt": 240, "aft": 270,
    "pkt": 300, "uzt": 300, "npt": 345, "bdt": 360, "almt": 300, "mmt": 390, "ict": 420,
    "wib": 420, "wita": 480, "wit": 540, "myt": 480, "hkt": 480, "sgt": 480, "pht": 480,
    "phst": 480, "ulat": 480, "jst": 540, "kst": 540, "awst": 480, "acst": 570, "acdt": 630,
    "aest": 600, "aedt": 660, "nzst": 720, "nzdt": 780, "fjt": 720,
    "brt": -180, "brst": -120, "art": -180, "clt": -240, "clst": -180, "uyt": -180, "pyt": -180,
    "bot": -240, "vet": -240, "cot": -300, "pet": -300,
  ]

  /// The years before the first ones of Japan's eras and of the Republic of China.
  private static let eras = [
    "令和": 2018, "平成": 1988, "昭和": 1925, "大正": 1911, "民国": 1911, "民國": 1911,
    "中華民國": 1911,
  ]

  private static let others: [String: DateWord] = [
    "am": .afternoon(false, offset: nil), "pm": .afternoon(true, offset: nil),
    "a": .filler, "p": .afternoon(true, offset: nil), "m": .filler,
    "上午": .afternoon(false, offset: nil), "下午": .afternoon(true, offset: nil),
    "오전": .afternoon(false, offset: 540), "오후": .afternoon(true, offset: 540),
    "午前": .afternoon(false, offset: 540), "午後": .afternoon(true, offset: 540),
    "년": .implies(540), "월": .implies(540), "일": .implies(540),
    "시": .implies(540), "분": .implies(540), "초": .implies(540),
    "年": .filler, "月": .filler, "日": .filler, "号": .filler, "號": .filler, "时": .filler,
    "時": .filler, "点": .filler, "點": .filler, "分": .filler,
    "秒": .filler, "st": .filler, "nd": .filler, "rd": .filler, "th": .filler, "de": .filler,
    "ist": .ist, "cst": .cst, "at": .at, "time": .filler, "of": .filler, "t": .filler, "à": .filler,
    "um": .filler, "uhr": .filler, "kl": .filler, "klo": .filler, "den": .filler, "le": .filler,
    "el": .filler, "la": .filler, "las": .filler, "alle": .filler, "ore": .filler, "às": .filler,
    "o": .filler, "godz": .filler, "г": .filler, "года": .filler, "р": .filler, "року": .filler,
    "в": .filler, "о": .filler, "er": .filler,
    "monday": .weekday, "tuesday": .weekday, "wednesday": .weekday, "thursday": .weekday,
    "friday": .weekday, "saturday": .weekday, "sunday": .weekday, "tues": .weekday,
    "thur": .weekday, "thurs": .weekday, "mardi": .weekday, "marți": .weekday,
  ]

  /// The month whose name begins the word, the longest where several do: marraskuu is not March.
  private static func month(_ word: String) -> Int? {
    monthBeginnings.first { word.utf8.starts(with: $0.name) }?.month
  }

  /// The longest first.
  private static let monthBeginnings = months.enumerated()
    .flatMap { index, names in names.map { (name: Array($0.utf8), month: index + 1) } }
    .sorted { $0.name.count > $1.name.count }

  /// How the months begin in English, German, French, Spanish, Portuguese, Italian, Romanian, Dutch,
  /// Scandinavian, Finnish, Hungarian, Polish, Czech, Turkish, Russian, Ukrainian, Bulgarian, Greek,
  /// Indonesian, Arabic and Hindi.
  private static let months: [[String]] = [
    [
      "jan", "jän", "ene", "gen", "ian", "tammi", "sty", "led", "oca", "янв", "січ", "яну", "ιαν",
      "يناير", "जन",
    ],
    [
      "feb", "fév", "fev", "helmi", "lut", "úno", "şub", "фев", "лют", "φεβ", "φεύ", "فبراير", "फर",
      "फ़र",
    ],
    [
      "mar", "mär", "mrt", "már", "maart", "maalis", "bře", "мар", "бер", "μαρ", "μάρ", "مارس",
      "मार्च",
    ],
    [
      "apr", "avr", "abr", "ápr", "huhti", "kwi", "dub", "nis", "апр", "кві", "απρ", "أبريل",
      "ابريل", "अप्र",
    ],
    [
      "may", "mai", "mei", "maj", "mag", "máj", "touko", "kvě", "май", "мая", "тра", "μαϊ", "μαι",
      "μάι", "مايو", "मई",
    ],
    [
      "jun", "juin", "giu", "iun", "jún", "kesä", "cze", "čer", "haz", "июн", "чер", "юни", "ιουν",
      "ιούν", "يونيو", "जून",
    ],
    [
      "jul", "juil", "lug", "iul", "júl", "heinä", "lip", "červenec", "července", "tem", "июл",
      "лип",
      "юли", "ιουλ", "ιούλ", "يوليو", "जुल",
    ],
    [
      "aug", "aoû", "aou", "ago", "agu", "ags", "elo", "sie", "srp", "ağu", "авг", "сер", "αυγ",
      "αύγ",
      "أغسطس", "اغسطس", "अग",
    ],
    [
      "sep", "set", "szep", "syys", "wrz", "zář", "eyl", "сен", "сеп", "вер", "σεπ", "سبتمبر", "सित",
    ],
    [
      "oct", "okt", "out", "ott", "loka", "paź", "říj", "eki", "окт", "жов", "οκτ", "أكتوبر",
      "اكتوبر", "अक्टू",
    ],
    ["nov", "noi", "marras", "lis", "kas", "ноя", "лис", "ное", "νοε", "νοέ", "نوفمبر", "नव"],
    [
      "dec", "dez", "déc", "dic", "des", "joulu", "gru", "pro", "ara", "дек", "гру", "δεκ",
      "ديسمبر", "दिस",
    ],
  ]
}
