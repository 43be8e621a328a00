import Foundation
import EventModel
import Testing

@testable import EventCoding

/// What `make encoder` has put beside the program, if it could.
private let folder = URL(filePath: #filePath).appending(path: "../../../../.build/encoder")
  .standardized.path

private let isHere = TextEncoder.name(in: folder) != nil

@Suite struct TextEncoderTests {
  @Test(.enabled(if: isHere, "there is no sentence encoder: make encoder"))
  func `texts that mean alike lie close, in whatever language`() throws {
    let vectors = try TextEncoder(folder: folder).vectors(of: [
      "Zyntho raises $7 million to build farm robots", "芯拓科技融资七百万美元研发农业机器人",
      "A recipe for lentil soup",
    ])
    func cosine(_ one: Int, _ other: Int) -> Float {
      zip(vectors[one], vectors[other]).reduce(0) { $0 + $1.0 * $1.1 }
    }
    #expect(abs(cosine(0, 0) - 1) < 1e-3)
    #expect(cosine(0, 1) > cosine(0, 2) && cosine(0, 1) > cosine(1, 2))
  }

  @Test(.enabled(if: isHere, "there is no sentence encoder: make encoder"))
  func `texts encoded together are encoded as alone, however odd`() throws {
    let encoder = try TextEncoder(folder: folder)
    let texts = ["Zyntho raises $7M", "", "\u{0}", String(repeating: "long ", count: 4000), "🦊"]
    let together = encoder.vectors(of: texts)
    for (text, vector) in zip(texts, together) {
      let alone = encoder.vectors(of: [text])[0]
      #expect(zip(alone, vector).allSatisfy { abs($0 - $1) < 1e-5 })
    }
    #expect(encoder.vectors(of: []).isEmpty)
  }

  @Test func `a folder without one says so`() {
    #expect(TextEncoder.name(in: "/nowhere") == nil)
    #expect(throws: EncoderProblem.self) { try TextEncoder(folder: "/nowhere") }
  }

  @Test func `a folder with a part of one says so`() throws {
    let part = NSTemporaryDirectory() + "encoder-\(UUID())"
    try FileManager.default.createDirectory(atPath: part, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: part) }
    try Data("an encoder\n".utf8).write(to: URL(filePath: part + "/name"))
    #expect(TextEncoder.name(in: part) == "an encoder")
    #expect(throws: EncoderProblem.self) { try TextEncoder(folder: part) }
  }

  @Test(.enabled(if: isHere, "there is no sentence encoder: make encoder"))
  func `the bundled coder with it is another, and reads items together as alone`() throws {
    let encoder = try TextEncoder(folder: folder)
    let coder = EventCoder.bundled(.bundled, encoder: encoder)
    #expect(coder.encodes && coder.digest != EventCoder().digest)
    let items = ["Zyntho raises $7 million to build farm robots", "A recipe for lentil soup"]
      .map { ItemText(title: $0, published: CivilDay("2026-01-05")) }
    let prepared = coder.prepared(for: items)
    for item in items { #expect(prepared.code(item).events == coder.code(item).events) }
    #expect(coder.code(items[0]).events.first?.type == .funding)
    #expect(coder.code(items[1]).events.isEmpty)
    let reasons = coder.code(items[0], explaining: true).reasons
    #expect(reasons.contains { $0.cues.contains { $0.words.contains("sentence encoder") } })
  }

  @Test func `without it the coder is what it was`() {
    let coder = EventCoder.bundled(.bundled, encoder: nil)
    #expect(!coder.encodes && coder.digest == EventCoder().digest)
    #expect(CoderModel.bundled(for: "another")?.encoder == nil)
    #expect(CoderModel.bundled(for: nil)?.encoder == nil)
  }
}
