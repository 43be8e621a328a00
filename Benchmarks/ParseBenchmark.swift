import FeedParsing
import Foundation

/// Megabytes a second of feed parsing, beside what libxml2 alone costs.
///
/// `FEEDS_BENCH` names a folder with `big.xml` and `dir/`, made by the shared make_bench_corpus.py;
/// the floor is `FEEDS_FLOOR`, the program built from libxml2_floor.c, run before and after each
/// measurement.
enum ParseBenchmark {
  static func run() throws {
    let environment = ProcessInfo.processInfo.environment
    guard let folder = environment["FEEDS_BENCH"].map({ URL(filePath: $0) }),
      FileManager.default.fileExists(atPath: folder.appending(path: "big.xml").path)
    else {
      return print("skipped: FEEDS_BENCH names no folder with big.xml and dir/")
    }
    let floor = environment["FEEDS_FLOOR"].map { Floor(program: URL(filePath: $0)) }
    try measure(
      "50 MB in one file", [folder.appending(path: "big.xml")], floor, ["bench", "big.xml"], folder)
    let files = try FileManager.default.contentsOfDirectory(
      at: folder.appending(path: "dir"), includingPropertiesForKeys: nil)
    try measure("1,000 files", files, floor, ["dir", "dir"], folder)
  }

  private static func measure(
    _ title: String, _ files: [URL], _ floor: Floor?, _ arguments: [String], _ folder: URL
  ) throws {
    let documents = try files.map { Array(try Data(contentsOf: $0)) }
    let megabytes = Double(documents.reduce(0) { $0 + $1.count }) / 1e6
    let path = folder.appending(path: arguments[1]).path
    let before = floor?.seconds(arguments[0], path)
    let parsing = best { documents.forEach { keys(of: $0) } }
    let everything = best { documents.forEach { texts(of: $0) } }
    let after = floor?.seconds(arguments[0], path)
    print("\(title): \(Int(megabytes / parsing)) MB/s with identity keys, ", terminator: "")
    print("\(Int(megabytes / everything)) MB/s with sanitised HTML and plain text")
    guard let before, let after else { return print("  no floor: FEEDS_FLOOR names no program") }
    let seconds = min(before, after)
    let ratio = (seconds / parsing * 100).rounded() / 100
    print("  libxml2 push floor \(Int(megabytes / seconds)) MB/s; ratio \(ratio)")
  }

  private static func keys(of document: [UInt8]) {
    guard let feed = try? FeedParser.parse(document) else { return }
    blackHole(ItemKeys.of(feed.items).count)
  }

  private static func texts(of document: [UInt8]) {
    guard let feed = try? FeedParser.parse(document) else { return }
    for item in feed.items {
      let markup = (item.content ?? item.summary)?.sanitizedHTML
      blackHole(item.plainText.utf8.count + (markup?.utf8.count ?? 0))
    }
  }

  /// The fastest of five runs, in seconds.
  private static func best(_ body: () -> Void) -> Double {
    (0..<5).map { _ in
      let time = ContinuousClock().measure(body)
      return Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18
    }.min()!
  }

  @inline(never)
  private static func blackHole(_ value: Int) {
    if value < 0 { print(value) }
  }

  /// The program that does nothing but libxml2.
  private struct Floor {
    let program: URL

    func seconds(_ mode: String, _ path: String) -> Double? {
      let process = Process()
      process.executableURL = program
      process.arguments = ["push", mode, path, "5"]
      let pipe = Pipe()
      process.standardOutput = pipe
      guard (try? process.run()) != nil else { return nil }
      let text = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
      process.waitUntilExit()
      return text.split(separator: "\n")
        .compactMap { $0.split(separator: " ").first.flatMap { Double($0) } }.min()
    }
  }
}
