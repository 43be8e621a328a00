import EventModel
import Forecasting
import Foundation

/// Feeds that nobody has read, the same for the same number: their items lie anywhere in a thousand days,
/// three titles of ten are Chinese, and every fourth item tells again what another feed has told.
struct ScaleFeeds {
  /// How many items a feed has.
  static let items = 200

  private var random = SplitMix64(seed: 2)
  private var told: [(title: String, day: Int)] = []

  /// Writes so many feeds, and gives their paths.
  static func write(_ count: Int, to folder: URL) throws -> [String] {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    var feeds = ScaleFeeds()
    return try (0..<count).map { number in
      let path = folder.appending(path: "\(number + 100_000).xml")
      let items = (0..<items).map { feeds.item("\(number)-\($0)") }.joined()
      let name = "<title>Wire \(number)</title>"
      try Data("<rss version=\"2.0\"><channel>\(name)\(items)</channel></rss>".utf8).write(to: path)
      return path.path
    }
  }

  private mutating func item(_ id: String) -> String {
    var (title, day) = (self.title(), ScaleFeeds.first + below(1000))
    if !told.isEmpty, random.uniform() < 0.25 {
      let former = told[below(told.count)]
      (title, day) = (former.title + " " + word(), former.day)
    } else {
      told.append((title, day))
    }
    let date = CivilDay(number: day).description
    let text = (0..<40).map { _ in word() }.joined(separator: " ")
    return """
      <item><guid>\(id)</guid><link>https://example.org/\(id)</link><title>\(title)</title>\
      <pubDate>\(date)</pubDate><description>\(title). \(text)</description></item>

      """
  }

  private mutating func title() -> String {
    let actor = ScaleFeeds.actors[below(ScaleFeeds.actors.count)]
    if random.uniform() < 0.3 {
      let spoken = (0..<4).map { _ in ScaleFeeds.han(below(90_000)) }.joined()
      return actor + ScaleFeeds.hanVerbs[below(ScaleFeeds.hanVerbs.count)] + spoken
    }
    let spoken = (0..<4).map { _ in word() }.joined(separator: " ")
    return "\(actor) \(ScaleFeeds.verbs[below(ScaleFeeds.verbs.count)]) \(spoken)"
  }

  private mutating func word() -> String {
    (0..<3).map { _ in ScaleFeeds.syllables[below(ScaleFeeds.syllables.count)] }.joined()
  }

  private mutating func below(_ count: Int) -> Int { Int(random.uniform() * Double(count)) }

  private static let first = CivilDay("2023-01-01")!.number
  private static let actors = [
    "OpenAI", "Google", "Microsoft", "Meta", "Anthropic", "Nvidia", "Baidu", "Tencent", "Alibaba",
    "SenseTime", "Mistral AI", "Apple", "Amazon", "IBM", "Intel", "AMD", "Huawei", "Samsung",
    "Tesla",
  ]
  private static let verbs = [
    "launches model for", "raises $40 million for", "acquires", "lays off 900 workers in",
    "partners with university on", "unveils chip for", "says", "reports revenue of $7 billion on",
  ]
  private static let hanVerbs = ["发布大模型", "完成融资3亿美元", "收购", "宣布裁员", "与高校合作"]
  private static let syllables = "bcdfghjklmnprstvwz".flatMap { first in
    "aeiou".map { "\(first)\($0)" }
  }

  private static func han(_ rank: Int) -> String {
    [rank / 300, rank % 300].map { String(UnicodeScalar(UInt32(0x4E10 + 7 * $0))!) }.joined()
  }
}
