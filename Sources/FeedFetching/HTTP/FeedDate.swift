import EventModel

/// Stands in for FeedParsing's reader of dates until that is here.
struct FeedDate {
  let instant: Int64?

  init(_ text: String) {
    let months = "JanFebMarAprMayJunJulAugSepOctNovDec"
    let parts = text.split(separator: " ")
    guard parts.count == 6, let month = months.firstRange(of: parts[2]) else {
      instant = nil
      return
    }
    let number = months.distance(from: months.startIndex, to: month.lowerBound) / 3 + 101
    let day = "\(parts[3])-\(String(number).dropFirst())-\(parts[1])"
    instant = Instant("\(day)T\(parts[4])Z")?.milliseconds
  }
}
