/// The parts of a date as read, before they are checked.
struct ClaimedDate {
  var year: Int?
  var month: Int?
  var day: Int?
  var hour = 0
  var minute = 0
  var second = 0
  var millisecond = 0
  var isAfternoon: Bool?
  var hasTime = false
  /// Minutes east of UTC.
  var offset: Int?
  /// The same, of a time that names no zone, by the language that it is in.
  var impliedOffset: Int?
  var zone: RegionZone?

  /// Milliseconds since 1970, or nil when a part is out of range, or the moment in UTC is of no year
  /// that has four digits.
  func instant(zoneless: Int) -> Int64? {
    guard let year, let month, 1...12 ~= month, 0...9999 ~= year else { return nil }
    let day = day ?? 1
    guard day >= 1, day <= CivilDate.length(ofMonth: month, year) else { return nil }
    guard minute < 60, second <= 60, let hour = hour24, hour < 24 || (hour == 24 && minute == 0)
    else { return nil }
    let days = CivilDate.days(year, month, day)
    let local = Int64(days) * 86_400 + Int64(hour * 3600 + minute * 60 + min(second, 59))
    let minutes =
      offset ?? zone?.offset(days: days, hour: hour)
      ?? (hasTime ? impliedOffset ?? zoneless : 0)
    guard abs(minutes) <= 24 * 60 else { return nil }
    let instant = (local - Int64(minutes * 60)) * 1000 + Int64(millisecond)
    return -62_167_219_200_000..<253_402_300_800_000 ~= instant ? instant : nil
  }

  private var hour24: Int? {
    guard let isAfternoon else { return hour }
    guard hour <= 12 else { return isAfternoon ? hour : nil }
    return hour % 12 + (isAfternoon ? 12 : 0)
  }
}
