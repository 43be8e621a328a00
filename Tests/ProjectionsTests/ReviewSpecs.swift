import EventLog
import EventModel
import JSONText
import Projections
import TestSupport
import Testing

/// What people answer in reviews.
@Suite struct ReviewSpecs {
  static func answered(
    _ subject: String, _ answer: String, _ question: String = ReviewAnswer.event,
    act: String? = nil
  ) -> NewRecord {
    NewRecord(
      id: .naming("answered", subject, question, answer, act ?? ""),
      change: .reviewAnswered(
        ReviewAnswer(
          of: .named(subject), question: question, answer: answer, act: act.map(RecordID.named))))
  }

  private func answers(_ told: Given, at position: Int64? = nil) throws -> [String] {
    try told.ask(at: position) { try $0.reviewAnswers() }.map {
      "\($0.subject) \($0.answer.question) \($0.answer.answer)"
    }
  }

  private func judgements(_ told: Given, at position: Int64? = nil) throws -> [String] {
    try told.ask(at: position) { try $0.judgements() }.flatMap { item, accounts in
      accounts.map { "\(item).\($0.key) \($0.value)" }
    }.sorted()
  }

  @Test func `the last answer to a question holds that was not undone`() throws {
    let told = try given(
      .event("a"), Self.answered("a", "yes", act: "aa"), Self.answered("a", "no", act: "bb"),
      Self.answered("a", "no", "same:b", act: "cc"), .undone("bb", act: "dd"))
    #expect(try answers(told, at: 2) == ["1 event yes"])
    #expect(try answers(told, at: 4) == ["1 event no", "1 same:b no"])
    #expect(try answers(told) == ["1 event yes", "1 same:b no"])
  }

  @Test func `a report that tells no event counts no longer, until that is undone`() throws {
    let told = try given(
      .event("a"), .event("b"), Self.answered("a", "no", act: "aa"), .undone("aa", act: "bb"))
    #expect(try told.events(at: 2).count == 2)
    #expect(try told.events(at: 3).map { $0.first } == ["b"])
    #expect(try told.events().count == 2)
  }

  @Test func `an answer to another question leaves the report as it is`() throws {
    let told = try given(.event("a"), Self.answered("a", "no", "same:b"))
    #expect(try told.events().count == 1)
  }

  @Test func `a type that was confirmed is kept by whatever codes it again`() throws {
    let told = try given(
      .event("a", type: .personnel), Self.answered("a", "yes", act: "aa"), .told("a", "Told anew"))
    let types = try told.ask { try $0.event(1) }.map { [$0.event.type] }
    #expect(types == [.personnel])
    #expect(try told.events().first?.contains("Told anew") == true)
  }

  @Test func `an item of which no event was made can be answered about`() throws {
    let told = try given(.item("1a"), Self.answered("1a", "no", act: "aa"))
    #expect(try answers(told) == ["1 event no"])
    #expect(try told.ask { try $0.lastAct() }?.position == 2)
    #expect(try told.events().isEmpty)
  }

  @Test func `a judgement is what people last said of an item's report, and not a mark`() throws {
    let told = try given(
      .item("1a"), .coded("a", by: "old", item: "1a"), .coded("b", by: "old", item: "1a"),
      MarkSpecs.starred("b", act: "aa"), Self.answered("a", "yes", act: "bb"),
      .corrected("b", ["title": "B"], act: "cc"), Self.answered("a", "no", act: "dd"),
      .retracted("b", act: "ee"))
    #expect(try judgements(told, at: 4) == [])
    #expect(try judgements(told, at: 6) == ["1.2 event", "1.3 event"])
    #expect(try judgements(told) == ["1.2 none", "1.3 withdrawn"])
    try told.store.append([.undone("dd", act: "ff")])
    #expect(try judgements(told) == ["1.2 event", "1.3 withdrawn"])
  }

  @Test func `what a person tells of an item is judged`() throws {
    let report = Report(
      event: Event(type: .funding, title: "A"),
      mention: Mention(item: .named("1a"), source: "Wire"), act: .named("aa"))
    let told = try given(
      .item("1a"), NewRecord(id: .named("a"), change: .eventReported(report)))
    #expect(try judgements(told) == ["1.2 event"])
    #expect(try told.ask { try $0.isTouchedByPerson($0.account(.named("a"))!) })
  }
}
