import EventModel
import JSONText
import Testing

@testable import EventCoding

/// What answers add to the weights in the program.
@Suite struct AnswerTrainingTests {
  static let coder = EventCoder()

  private static func label(_ title: String, _ types: [String] = []) -> LabelledItem {
    LabelledItem(
      json: .object(["title": .string(title), "labels": .object(["types": .strings(types)])]))!
  }

  private static let sofas = ["Acme", "Barlow", "Cobham", "Darwin"].map {
    label("\($0) launches a sofa for two people")
  }

  private func chance(_ title: String, _ coder: EventCoder) throws -> Double {
    try #require(coder.assessment(of: ItemText(title: title, published: nil))).chance
  }

  @Test func `what was answered alike is judged alike, and the rest nearly as before`() throws {
    let model = try #require(AnswerTraining(Self.coder, Self.sofas)).trained()
    let taught = Self.coder.with(model)
    let (sofa, model2) = ("Exeter launches a sofa for two people", "OpenAI releases GPT-9")
    #expect(try chance(sofa, taught) < chance(sofa, Self.coder) - 0.1)
    #expect(try abs(chance(model2, taught) - chance(model2, Self.coder)) < 0.1)
  }

  @Test func `the same answers give the same bytes, which read back`() throws {
    let training = try #require(AnswerTraining(Self.coder, Self.sofas))
    let bytes = training.trained().file(report: .null)
    #expect(training.trained().file(report: .null) == bytes)
    let read = try #require(CoderModel(file: bytes))
    let taught = Self.coder.with(training.trained())
    let sofa = "Exeter launches a sofa for two people"
    #expect(try chance(sofa, Self.coder.with(read)) == chance(sofa, taught))
    #expect(CoderModel(file: bytes.dropLast()) == nil)
  }

  @Test func `what was learned before is forgotten, not learned twice`() throws {
    let once = try #require(AnswerTraining(Self.coder, Self.sofas)).trained()
    let again = try #require(AnswerTraining(Self.coder.with(once), Self.sofas)).trained()
    #expect(again.file(report: .null) == once.file(report: .null))
  }

  @Test func `no answers teach nothing`() {
    #expect(AnswerTraining(Self.coder, []) == nil)
    #expect(AnswerTraining(EventCoder(model: nil), Self.sofas) == nil)
  }
}
