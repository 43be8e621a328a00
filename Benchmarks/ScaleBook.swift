import EventModel
import Forecasting
import Foundation

/// A book of any size, the same for the same number: actors and words by Zipf's law, three titles of ten
/// Chinese, 1.4 reports and half an amount an event, days of 2000 to 2026.
struct ScaleBook {
  private var random = SplitMix64(seed: 1)
  private let actors = Zipf(30_000)
  private let words = Zipf(5000)
  private var events = 0
  private var reports = 0

  /// Writes so many events; says how many rows they are.
  static func write(_ count: Int, to path: String) throws -> Int {
    _ = FileManager.default.createFile(atPath: path, contents: nil)
    let file = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
    defer { try? file.close() }
    var (book, text) = (ScaleBook(), "")
    while book.events < count {
      text += book.next()
      if text.utf8.count > 1 << 20 || book.events == count {
        try file.write(contentsOf: Data(text.utf8))
        text = ""
      }
    }
    return book.events + book.reports
  }

  /// The row of an event, and behind it that of a second report where one comes in.
  private mutating func next() -> String {
    events += 1
    let day = ScaleBook.first + Int(random.uniform() * ScaleBook.days)
    let type = ScaleBook.types[Int(random.uniform() * 10)]
    let named = (0..<(random.uniform() < 0.5 ? 1 : 2)).map { _ in
      ScaleBook.actor(actors.draw(&random))
    }
    let title = title(of: named[0])
    let amounts = random.uniform() < 0.5 ? amount(type) : ""
    let event = row("e\(events)", day, type, title, named, amounts)
    guard random.uniform() < 0.4 else { return event }
    reports += 1
    return event
      + row(
        "r\(events)", day + Int(random.uniform() * 3), type, self.title(of: named[0]), named,
        amounts,
        #""sameAs":"scale#e\#(events)","#)
  }

  private mutating func title(of actor: String) -> String {
    let isChinese = random.uniform() < 0.3
    let spoken = (0..<5).map { _ in
      let rank = words.draw(&random)
      return isChinese ? ScaleBook.han(rank) : ScaleBook.latin(rank)
    }
    return isChinese ? actor + spoken.joined() : "\(actor) \(spoken.joined(separator: " "))"
  }

  private mutating func amount(_ type: String) -> String {
    let metric = type == "funding" ? "funding" : random.uniform() < 0.5 ? "revenue" : "valuation"
    let millions = Int(random.uniform() * 500) + 1
    return
      #""amounts":[{"metric":"\#(metric)","value":"\#(millions)000000","currency":"USD"}],"#
  }

  private func row(
    _ id: String, _ day: Int, _ type: String, _ title: String, _ actors: [String],
    _ amounts: String, _ sameAs: String = ""
  ) -> String {
    let date = CivilDay(number: day).description
    let names = actors.map { "\"\($0)\"" }.joined(separator: ",")
    return """
      {"id":"\(id)","date":"\(date)","type":"\(type)","title":"\(title)","actors":[\(names)],\
      \(amounts)\(sameAs)"published":"\(date)","source":"https://example.org/\(id)"}

      """
  }

  private static let first = CivilDay("2000-01-01")!.number
  private static let days = 365.25 * 26.9
  private static let types = [
    "funding", "model-release", "product-release", "partnership", "acquisition", "regulation",
    "litigation", "personnel", "research", "infrastructure",
  ]
  private static let frequent = [
    "raises", "robot", "model", "cloud", "chip", "launches", "market", "data", "engine", "omega",
  ]
  private static let frequentHan = [
    "发布", "融资", "模型", "芯片", "机器人", "合作", "平台", "数据", "研究", "公司",
  ]

  private static func actor(_ rank: Int) -> String {
    rank % 10 < 3 ? "星辰\(han(rank / 3 + 10))集团" : "Company \(rank)"
  }

  /// The word of a rank, 0 the most frequent: behind the first ten, syllables by its digits.
  private static func latin(_ rank: Int) -> String {
    guard rank >= frequent.count else { return frequent[rank] }
    let (first, last) = (Array("bdfgklmnprstvz"), Array("aeiou"))
    var (left, word) = (rank, "")
    while left > 0 {
      word += "\(first[left % 14])\(last[left / 14 % 5])"
      left /= 70
    }
    return word + "n"
  }

  private static func han(_ rank: Int) -> String {
    guard rank >= frequentHan.count else { return frequentHan[rank] }
    return [rank / 100, rank % 100].map { String(UnicodeScalar(UInt32(0x4E10 + 7 * $0))!) }.joined()
  }
}

/// Ranks from 0 on, each as likely as 1/(rank + 1).
private struct Zipf {
  private let sums: [Double]

  init(_ count: Int) {
    var sum = 0.0
    sums = (1...count).map { rank in
      sum += 1 / Double(rank)
      return sum
    }
  }

  func draw(_ random: inout SplitMix64) -> Int {
    let wanted = random.uniform() * sums[sums.count - 1]
    var (low, high) = (0, sums.count - 1)
    while low < high {
      let middle = (low + high) / 2
      if sums[middle] < wanted { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
