import EventCoding
import Foundation

/// Counts in how many labelled headlines each token of sketches stands, and writes `Models/rarity.tsv`.
enum RarityTable {
  static func run() throws {
    let titles = Set(JudgedPairs.items().values.map(\.title))
    guard !titles.isEmpty else { return }
    let coder = EventCoder(model: nil)
    var counts: [String: Int] = [:]
    for title in titles { for token in coder.tokens(of: title) { counts[token, default: 0] += 1 } }
    func rarity(_ count: Int) -> Double { rounded(log(Double(titles.count) / Double(count)), 10) }
    let common = counts.filter { $0.value >= least && !$0.key.contains("\t") }
    let byRarity = Dictionary(grouping: common.keys) { rarity(common[$0]!) }
    let rows = byRarity.sorted { $0.key < $1.key }.map { rarity, tokens in
      (["\(rarity)"] + tokens.sorted()).joined(separator: "\t") + "\n"
    }
    let head = """
      # How rare tokens are in \(titles.count) headlines: the logarithm of one in how many has them; `bench rarity`.

      """
    try (head + "\(rarity(2))\n" + rows.joined()).write(
      toFile: "Models/rarity.tsv", atomically: true, encoding: .utf8)
  }

  /// In so many headlines a token stands at least to be kept; any other counts as one of two.
  private static let least = 4

  private static func rounded(_ value: Double, _ parts: Double) -> Double {
    (value * parts).rounded() / parts
  }
}
