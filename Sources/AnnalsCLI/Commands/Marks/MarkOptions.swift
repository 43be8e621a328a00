import ArgumentParser
import EventLog
import EventModel
import Ingestion
import JSONText
import Querying

/// What commands that put something beside events have in common.
struct MarkOptions: ParsableArguments {
  @OptionGroup var store: StoreOptions
  @OptionGroup var output: OutputOptions

  /// Records what a person does by one command; nil says that it is so already, which is no failure.
  func record(
    _ sentence: String, _ surroundings: Surroundings, deciding: (Question) throws -> HandAct?
  ) throws {
    try record(surroundings) { (sentence, try deciding($0)) }
  }

  /// The same where only the store tells what it is that they do.
  func record(
    _ surroundings: Surroundings,
    deciding: (Question) throws -> (sentence: String, act: HandAct?)
  ) throws {
    struct AlreadySo: Error {}
    let vocabulary = try Vocabulary.of(surroundings)
    var (record, sentence): (RecordID?, String) = (nil, "")
    do {
      record = try store.open(surroundings).record(reason: "", now: surroundings.now) { known in
        let question = Question(known, asOf: surroundings.today, vocabulary: vocabulary)
        let decision = try deciding(question)
        sentence = decision.sentence
        guard let act = decision.act else { throw AlreadySo() }
        return act
      }
    } catch is AlreadySo {}
    try output.tell(
      record.map { "\(sentence) · recorded \($0.short); annals undo takes it back" }
        ?? "\(sentence) already",
      Document(
        schema: "annals.marked/1",
        facts: [
          "record": record.map { .string($0.description) } ?? .null, "new": .bool(record != nil),
        ]), surroundings)
  }
}

extension MarkOptions {
  init(_ options: AskOptions) {
    self.init()
    store = options.store
    output = options.output
  }
}
