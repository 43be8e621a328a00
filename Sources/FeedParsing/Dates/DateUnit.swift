/// What a number counts when a Chinese, Japanese or Korean word for it follows.
enum DateUnit {
  case year, month, day, hour, minute, second

  /// Reads the word at an index, or after a space there.
  init?(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) {
    let start = index < bytes.count && bytes[index].isSpace ? index + 1 : index
    guard start + 3 <= bytes.count, bytes[start] >= 0xE0 else { return nil }
    switch String(decoding: bytes[start..<start + 3], as: UTF8.self) {
    case "年", "년": self = .year
    case "月", "월": self = .month
    case "日", "号", "號", "일": self = .day
    case "时", "時", "点", "點", "시": self = .hour
    case "分", "분": self = .minute
    case "秒", "초": self = .second
    default: return nil
    }
  }
}
