import EventLog
import EventModel
import JSONText
import Querying
import TestSupport
import Testing

@Suite struct StatusTests {
  @Test func `the reports of items that another coder coded are counted`() throws {
    let item = NewRecord(
      id: .named("1a"),
      change: .itemObserved(ItemObservation(feed: "f", feedTitle: "f", key: "k", title: "t")))
    let reports = [("a", "old"), ("b", "new"), ("c", "older"), ("d", "new")].map { name, coder in
      let evidence = Evidence(trigger: "x", span: 0..<1, confidence: 50, coder: coder)
      return NewRecord(
        id: .named(name),
        change: .eventReported(
          Report(
            event: Event(type: .funding, title: name, evidence: evidence),
            mention: Mention(item: .named("1a"), source: "f"))))
    }
    let history = try History()
    try history.store.append([item] + reports)
    let status = try history.ask { try $0.status(store: "s") }
    #expect(status["coder"] == "new" && status["olderCoder"] == 2)
  }
}
