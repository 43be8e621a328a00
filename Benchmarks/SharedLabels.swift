import FoundationEssentials
import JSONText

/// The labelled data of `../shared/coding`, one JSON value a line.
enum SharedLabels {
  /// Empty, and said so, where the file is absent.
  static func lines(_ name: String) -> [JSON] {
    let path = "../shared/coding/\(name).jsonl"
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
      print("\(path) is absent: no scores")
      return []
    }
    return text.split(separator: "\n").compactMap { try? JSON.parse(String($0)) }
  }
}

extension SharedLabels {
  /// The rows of a table of ours, tabs between their cells.
  static func table(_ path: String) -> [[String]] {
    let text = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").map { $0.split(separator: "\t").map(String.init) }
  }
}

/// Rounded to three places, as scores are told.
func rounded(_ value: Double) -> Double { (value * 1000).rounded() / 1000 }
