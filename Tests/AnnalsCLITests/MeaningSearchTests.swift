import Foundation
import EventCoding
import JSONText
import Testing

/// What the feeds brought by what it means.
@Suite struct MeaningSearchTests {
  private static let folder = URL(filePath: #filePath)
    .appending(path: "../../../.build/encoder").standardized.path
  private static let isHere = TextEncoder.name(in: folder) != nil

  let person = Person()

  init() throws {
    let titles = [
      "蓝鲸科技完成5亿元A轮融资", "公司高管离职", "天气预报：明天有雨",
      "Chief scientist leaves the company", "Weather: rain tomorrow in the north",
    ]
    let file = person.folder.appending(path: "wire.xml")
    try Site.feed(titles, title: "Wire").write(to: file, atomically: true, encoding: .utf8)
    person.run("ingest", file.path)
  }

  private func found(_ words: String) throws -> [String] {
    let answer = person.run("search", "--meaning", words, "-n", "2", "-O", "json")
    #expect(answer.code == 0, "\(answer.error)")
    return try JSON.parse(answer.output)["rows"]?.elements?.compactMap { $0["title"]?.string } ?? []
  }

  @Test(.enabled(if: isHere, "there is no sentence encoder: make encoder"))
  func `an item is found in another language than it is asked for`() throws {
    person.encoderFolder = Self.folder
    #expect(try found("funding round").first == "蓝鲸科技完成5亿元A轮融资")
    #expect(try Set(found("辞职")) == ["公司高管离职", "Chief scientist leaves the company"])
  }

  @Test func `without an encoder it is said where one is from`() {
    let answer = person.run("search", "--meaning", "rain")
    #expect(answer.code == 65 && answer.error.contains("make encoder"))
    #expect(person.run("search", "--meaning", "rain", "--since", "2020").code == 64)
  }
}
