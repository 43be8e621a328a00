import EventModel
import Projections
import TestSupport
import Testing

@testable import Querying

/// One item, as it is shown.
@Suite struct ItemTests {
  @Test func `what an item leaves open has no line`() throws {
    let history = try History(.item("a0"))
    let document = try history.ask { question in
      try Inquiry.itemShow.answer(question, Arguments(["item": ["a000"]], for: .itemShow))
    }
    let labels = document.parts.compactMap { part in
      if case .facts(let facts) = part { facts.facts.map(\.label) } else { nil }
    }
    #expect(labels == [["item", "feed", "learned"]])
  }
}
