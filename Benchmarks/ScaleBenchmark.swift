import Forecasting
import Foundation

/// A book of many events (`EVENTS`, else 100,000) in and out of a store, and the questions that a person
/// asks of it. The same book for the same number, whatever the machine.
enum ScaleBenchmark {
  static func run() throws {
    let count = ProcessInfo.processInfo.environment["EVENTS"].flatMap { Int($0) } ?? 100_000
    let bench = try FetchBench("scale", urls: [])
    defer { bench.remove() }
    let book = bench.folder.appending(path: "scale.jsonl").path
    let log = bench.folder.appending(path: "log.jsonl").path
    try write(count, to: book)
    print("\(count) events; CPU seconds, wall, memory (of the largest program so far)")
    let works = [
      ["import", book], ["import", book], ["export", "-o", log], ["rebuild"], ["check"],
      ["check", "--deep"],
    ]
    for words in works { try tell(words, in: bench) }
    let questions = [
      ["status"], ["log", "-n", "20"], ["timeline", "-n", "20"],
      ["timeline", "actor:Company 17", "-p", "2023"], ["timeline", "-p", "2023-W20"],
      ["trend", "type:funding", "-p", "2016..2025"], ["search", "omega", "robot", "-n", "20"],
      ["search", "芯片机器人", "-n", "20"], ["log", "-n", "20", "--as-of", "@\(count / 2)"],
    ]
    for words in questions { try tell(words, saying: ["-o", "/dev/null"], in: bench) }
  }

  private static func tell(
    _ words: [String], saying how: [String] = [], in bench: FetchBench
  ) throws {
    let run = try bench.run(words + how)
    let cost =
      "\((run.cpu * 100).rounded() / 100) s CPU, \(run.wall) wall, \(run.peakMemory >> 20) MB"
    let shown = words.map { $0.split(separator: "/").last.map(String.init) ?? $0 }
    print(
      "  \(shown.joined(separator: " ")): \(cost)\(run.status == 0 ? "" : ", exit \(run.status)")")
  }

  private static let types = [
    "funding", "model-release", "product-release", "partnership", "acquisition", "regulation",
    "litigation", "personnel", "research", "infrastructure",
  ]
  private static let latin = [
    "alpha", "omega", "vision", "engine", "market", "cloud", "robot", "chip", "signal", "vector",
  ]
  private static let han = ["公司", "发布", "模型", "融资", "合作", "平台", "研究", "芯片", "机器人", "数据"]

  /// A day of 2000 to 2026, one of ten types, one or two of 3,000 actors, Latin and Han words.
  private static func write(_ count: Int, to path: String) throws {
    var random = SplitMix64(seed: 1)
    _ = FileManager.default.createFile(atPath: path, contents: nil)
    let file = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
    defer { try? file.close() }
    var text = ""
    for number in 0..<count {
      let (year, month, day) = (
        Int.random(in: 2000...2026, using: &random), Int.random(in: 1...12, using: &random),
        Int.random(in: 1...28, using: &random)
      )
      let date = "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
      let type = types.randomElement(using: &random)!
      let actors = (0...Int.random(in: 0...1, using: &random)).map { _ in
        "\"Company \(Int.random(in: 0..<3000, using: &random))\""
      }
      let words = [latin, latin, han].map { $0.randomElement(using: &random)! }
      let amount = Int.random(in: 1..<500, using: &random) * 1_000_000
      let amounts =
        type == "funding"
        ? #","amounts":[{"value":"\#(amount)","currency":"USD","metric":"funding"}]"# : ""
      text += """
        {"id":"e\(number)","date":"\(date)","published":"\(date)","type":"\(type)",\
        "title":"\(words.joined(separator: " "))\(han.randomElement(using: &random)!) \(number)",\
        "actors":[\(actors.joined(separator: ","))],"source":"https://example.org/\(number)"\(amounts)}

        """
      if text.utf8.count > 1 << 20 || number == count - 1 {
        try file.write(contentsOf: Data(text.utf8))
        text = ""
      }
    }
  }
}
