import FeedParsing
import Foundation
import Testing
import JSONText

/// A feed file that says itself what must come out of it; see Tests/SampleFeeds/README.md.
struct SampleFeed: CustomTestStringConvertible, Sendable {
  struct Expectation: Sendable {
    let path: String
    let value: String
  }

  let name: String
  let bytes: [UInt8]
  let behaviour: String
  let contentType: String?
  let base: String?
  let expectations: [Expectation]

  var testDescription: String { "\(name): \(behaviour)" }

  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "SampleFeeds")

  static let all: [SampleFeed] = {
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    let paths = files?.compactMap { $0 as? URL } ?? []
    return paths.filter { ["xml", "json"].contains($0.pathExtension) }
      .sorted { $0.path < $1.path }.compactMap(SampleFeed.init)
  }()

  private init?(_ file: URL) {
    guard let data = try? Data(contentsOf: file) else { return nil }
    name = file.pathComponents.suffix(2).joined(separator: "/")
    bytes = Array(data)
    let lines = Self.lines(bytes, isJSON: file.pathExtension == "json")
    func value(_ key: String) -> String? {
      lines.first { $0.hasPrefix(key + ": ") }.map { String($0.dropFirst(key.count + 2)) }
    }
    behaviour = value("Behaviour") ?? "says nothing"
    contentType = value("Content-Type")
    base = value("Base")
    expectations = lines.filter { $0.hasPrefix("Expect: ") }.compactMap { line in
      let text = line.dropFirst("Expect: ".count)
      guard let mark = text.firstRange(of: " = ") else { return nil }
      return Expectation(
        path: String(text[..<mark.lowerBound]), value: String(text[mark.upperBound...]))
    }
  }

  private static func lines(_ bytes: [UInt8], isJSON: Bool) -> [String] {
    if isJSON, let lines = try? JSON.parse(bytes)["_expect"]?.elements {
      return lines.compactMap(\.string)
    }
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
  }
}

extension JSON {
  /// The value at a path such as `items/0/title`, nil where nothing is.
  func at(_ path: String) -> JSON? {
    path.split(separator: "/").reduce(self as JSON?) { value, step in
      guard let index = Int(step), let elements = value?.elements else {
        return value?[String(step)]
      }
      return elements.indices.contains(index) ? elements[index] : nil
    }
  }
}
