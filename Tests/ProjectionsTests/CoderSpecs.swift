import EventLog
import EventModel
import JSONText
import Projections
import TestSupport
import Testing

/// Which coder coded what stands in the store.
@Suite struct CoderSpecs {
  func coders(_ told: Given) throws -> [String] {
    try told.ask { try $0.coders() }.map { "\($0.digest) \($0.accounts)" }
  }

  @Test func `reports of items are counted by their coder, as they stand now`() throws {
    let told = try given(
      .item("1a"), .item("1b"), .coded("a", by: "old", item: "1a"),
      .coded("b", by: "new", item: "1b"),
      .coded("c", by: "new", item: "1b"), .coded("d", by: nil, item: "1a"),
      .coded("e", by: "old", item: nil), .corrected("a", ["title": "A"]))
    #expect(try coders(told) == ["new 2", " 1", "old 1"])
    try told.store.write { try $0.set("coded", to: "3") }
    #expect(try coders(told) == ["new 2", " 1"])
    try told.store.write { try $0.set("coded", to: "2") }
    #expect(try coders(told) == ["new 2", " 1", "old 1"])
  }

  @Test func `the last coder is the one that was noted, else that of the newest report`() throws {
    let told = try given(
      .item("1a"), .coded("a", by: "old", item: "1a"), .coded("b", by: "new", item: "1a"),
      .event("c"))
    #expect(try told.ask { try $0.coder() } == "new")
    try told.store.write { try $0.set("coder", to: "newest") }
    #expect(try told.ask { try $0.coder() } == "newest")
    #expect(try given(.event("c")).ask { try $0.coder() } == nil)
  }

  @Test func `a feed counts the records that name it with a secret`() throws {
    let secret = "https://example.org/feed?token=t0ken"
    let told = try given(
      .item("1a", of: secret), .item("1b", of: secret), .item("1c", of: Redaction.address(secret)),
      .item("1d", of: "https://example.org/other"), .item("1e", of: "https://example.org/other"))
    #expect(try told.ask { try $0.secretCount() } == 2)
  }
}
