/// The name of a character encoding as documents spell it, and the converter that reads it.
///
/// As in the WHATWG Encoding standard, the label of a subset is read with its superset: what says
/// gb2312 may hold any of GB 18030, what says ISO 8859-1 is Windows-1252.
struct EncodingLabel: Equatable, Sendable {
  /// Lower case, as claimed; gb2312 and gbk are already `gb18030`.
  let name: String

  static let utf8 = EncodingLabel(name: "utf-8")
  static let windows1252 = EncodingLabel(name: "windows-1252")
  static let gb18030 = EncodingLabel(name: "gb18030")

  private init(name: String) { self.name = name }

  /// nil when the label cannot be a name we would hand to iconv.
  init?(_ claimed: some StringProtocol) {
    let lower = claimed.lowercased()
    if lower == "utf-8" {
      name = lower
      return
    }
    guard !lower.isEmpty, lower.utf8.count <= 40, lower.utf8.allSatisfy(Self.isLabelByte) else {
      return nil
    }
    name = Self.chinese.contains(lower) ? "gb18030" : lower
  }

  var isUTF8: Bool { ["utf-8", "utf8", "utf_8", "u8", "unicode-1-1-utf-8"].contains(name) }
  var isASCII: Bool { ["us-ascii", "ascii", "ansi_x3.4-1968", "646"].contains(name) }
  var isLatin1: Bool { Self.latin1.contains(name) }

  /// Whether the label only says "some UTF-16 or UTF-32" and the bytes decide which.
  var isUnspecificUnicode: Bool { Self.wide.contains(name) }

  /// Whether a character takes at least two bytes, ASCII included.
  var isWide: Bool { isUnspecificUnicode || name.hasPrefix("utf-16") || name.hasPrefix("utf-32") }

  /// The name iconv knows the converter by.
  var converter: String {
    if let superset = Self.supersets[name] { return superset }
    if name.hasPrefix("x-") { return String(name.dropFirst(2)) }
    if name.hasPrefix("windows-") { return "cp" + name.dropFirst("windows-".count) }
    if name.allSatisfy({ $0.isASCII && $0.isNumber }) { return "cp" + name }
    return name.replacing("_", with: "-")
  }

  private static func isLabelByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
    case UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: ":"): true
    default: false
    }
  }

  private static let chinese: Set = [
    "gb2312", "gbk", "gb_2312-80", "gb_2312", "csgb2312", "x-gbk", "cp936", "ms936", "euc-cn",
    "chinese", "gb18030-2000",
  ]
  private static let latin1: Set = [
    "iso-8859-1", "iso8859-1", "iso_8859-1", "iso88591", "latin1", "latin-1", "l1", "windows-1252",
    "cp1252", "x-cp1252", "8859", "iso8859_1", "iso_8859_1",
  ]
  private static let wide: Set = [
    "u16", "utf-16", "utf16", "utf_16", "u32", "utf-32", "utf32", "utf_32", "iso-10646-ucs-2",
    "iso-10646-ucs-4", "csucs4", "csunicode", "ucs-2", "ucs-4",
  ]
  private static let supersets = [
    "shift_jis": "cp932", "shift-jis": "cp932", "sjis": "cp932", "x-sjis": "cp932",
    "ms_kanji": "cp932", "csshiftjis": "cp932", "windows-31j": "cp932", "euc-kr": "cp949",
    "euckr": "cp949", "euc_kr": "cp949", "ks_c_5601-1987": "cp949", "ksc5601": "cp949",
    "korean": "cp949", "windows-949": "cp949", "big5": "big5-hkscs", "big5-tw": "big5-hkscs",
    "cp950": "big5-hkscs", "x-x-big5": "big5-hkscs", "tis-620": "cp874", "tis620": "cp874",
    "iso-8859-11": "cp874", "windows-874": "cp874", "iso-8859-9": "cp1254", "latin5": "cp1254",
    "x-euc-jp": "euc-jp", "eucjp": "euc-jp", "ujis": "euc-jp", "euc_jp": "euc-jp",
    "macroman": "macintosh", "x-mac-roman": "macintosh", "mac_roman": "macintosh",
    "mac-roman": "macintosh", "x-mac-cyrillic": "mac-cyrillic", "maccyrillic": "mac-cyrillic",
    "koi8": "koi8-r", "utf_16_be": "utf-16be", "utf_16_le": "utf-16le", "utf_7": "utf-7",
    "visual": "iso-8859-8", "logical": "iso-8859-8", "hebrew": "iso-8859-8",
    "hz": "hz-gb-2312", "hz-gb-2312": "hz",
  ]
}
