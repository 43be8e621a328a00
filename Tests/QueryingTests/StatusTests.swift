import EventLog
import EventModel
import JSONText
import Querying
import TestSupport
import Testing

@Suite struct StatusTests {
  @Test func `the reports of items that another coder coded are counted`() throws {
    let reports = [("a", "old"), ("b", "new"), ("c", "older"), ("d", "new")].map { name, coder in
      NewRecord.coded(name, by: coder, item: "1a")
    }
    let history = try History()
    try history.store.append([.item("1a")] + reports)
    let status = try history.ask { try $0.status(store: "s") }
    #expect(status["coder"] == "new" && status["olderCoder"] == 2)
  }
}
