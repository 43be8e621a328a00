import EventLog
import EventModel
import JSONText
import Projections
import TestSupport
import Testing

/// What people put beside events, and the queries that they save.
@Suite struct MarkSpecs {
  static func tagged(
    _ event: String, _ tag: String, isOn: Bool = true, act: String? = nil
  ) -> NewRecord {
    NewRecord(
      id: .naming("tagged", event, tag, "\(isOn)", act ?? ""),
      change: .eventTagged(
        EventTag(of: .named(event), tag: tag, isOn: isOn, act: act.map(RecordID.named))))
  }

  static func starred(_ event: String, isOn: Bool = true, act: String? = nil) -> NewRecord {
    NewRecord(
      id: .naming("starred", event, "\(isOn)", act ?? ""),
      change: .eventStarred(
        EventStar(of: .named(event), isOn: isOn, act: act.map(RecordID.named))))
  }

  static func noted(_ event: String, _ text: String, act: String? = nil) -> NewRecord {
    NewRecord(
      id: .naming("noted", event, text, act ?? ""),
      change: .eventNoted(
        EventNote(of: .named(event), text: text, act: act.map(RecordID.named))))
  }

  static func saved(_ name: String, _ query: String?, act: String? = nil) -> NewRecord {
    NewRecord(
      id: .naming("saved", name, query ?? "", act ?? ""),
      change: .querySaved(SavedQuery(name: name, query: query, act: act.map(RecordID.named))))
  }

  func marks(_ told: Given, _ event: Int64 = 1, at position: Int64? = nil) throws -> String {
    try told.ask(at: position) { snapshot in
      let marks = try #require(try snapshot.event(event)).marks
      return ((marks.isStarred ? ["*"] : []) + marks.tags + marks.notes.map { "(\($0))" })
        .joined(separator: " ")
    }
  }

  @Test func `the last word on a tag, a star and a note holds`() throws {
    let told = try given(
      .event("a"), Self.tagged("a", "x"), Self.tagged("a", "y"), Self.starred("a"),
      Self.noted("a", "one"), Self.noted("a", "two"), Self.tagged("a", "x", isOn: false),
      Self.starred("a", isOn: false), Self.noted("a", ""))
    #expect(try marks(told, at: 1) == "")
    #expect(try marks(told, at: 3) == "x y")
    #expect(try marks(told, at: 5) == "* x y (one)")
    #expect(try marks(told, at: 6) == "* x y (two)")
    #expect(try marks(told) == "y")
  }

  @Test func `an act that is undone is as if it had not been said`() throws {
    let told = try given(
      .event("a"), Self.tagged("a", "x", act: "aa"), Self.noted("a", "one"),
      Self.noted("a", "two", act: "bb"), .undone("bb", act: "cc"), .undone("aa", act: "dd"),
      .undone("dd", act: "ee"))
    #expect(try marks(told, at: 4) == "x (two)")
    #expect(try marks(told, at: 5) == "x (one)")
    #expect(try marks(told, at: 6) == "(one)")
    #expect(try marks(told) == "x (one)")
    #expect(try told.ask { try $0.lastAct() }?.position == 2)
  }

  @Test func `marks go with the event that their report belongs to`() throws {
    let told = try given(
      .event("a"), .event("b"), Self.tagged("b", "x"), Self.tagged("a", "x"),
      .merged("b", into: "a", act: "aa"), .retracted("b"))
    #expect(try marks(told, at: 4) == "x")
    #expect(try marks(told, at: 5) == "x")
    func tags(at position: Int64) throws -> [String] {
      try told.ask(at: position) { try $0.tags() }.map { "\($0.tag) \($0.events)" }
    }
    #expect(try (3...5).map(tags) == [["x 1"], ["x 2"], ["x 1"]])
  }

  @Test func `events are found by what was put beside them by then`() throws {
    let told = try given(
      .event("a"), .event("b"), .mention("c", of: "a"), Self.tagged("a", "x"), Self.starred("b"),
      Self.noted("b", "why"), Self.tagged("b", "y"), Self.tagged("a", "x", isOn: false))
    func found(at position: Int64? = nil, _ change: (inout ReportFilter) -> Void) throws -> [String]
    {
      try told.found(at: position, change)
    }
    #expect(try found(at: 7) { $0.tags = ["x"] } == ["a"])
    #expect(try found { $0.tags = ["x"] } == [])
    #expect(try found(at: 7) { $0.tags = ["x", "y"] } == ["b", "a"])
    #expect(try found(at: 3) { $0.tags = ["x"] } == [])
    #expect(try found { $0.marks = [.star] } == ["b"])
    #expect(try found { $0.marks = [.star, .note] } == ["b"])
    #expect(try found(at: 5) { $0.marks = [.note] } == [])
    #expect(try found(at: 7) { $0.marks = [.tag] } == ["b", "a"])
  }

  @Test func `a mark is history of its event, and keeps machines away`() throws {
    let told = try given(.event("a"), .event("b"), Self.tagged("a", "x"), Self.noted("zz", "lost"))
    try told.ask { snapshot in
      let (a, b) = (try #require(try snapshot.event(1)), try #require(try snapshot.event(2)))
      #expect(try snapshot.history(of: a.accounts).map(\.position) == [1, 3])
      #expect(try snapshot.isTouchedByPerson(a.head) && !snapshot.isTouchedByPerson(b.head))
    }
    let faults = try told.ask { try $0.projections() }.filter { $0.errors > 0 }
    #expect(faults.map(\.name) == ["marks"])
  }

  @Test func `the last query under a name holds, until it is taken away or undone`() throws {
    let told = try given(
      Self.saved("b", "x"), Self.saved("a", "y"), Self.saved("a", "z", act: "aa"),
      Self.saved("b", nil, act: "bb"), .undone("aa", act: "cc"), .undone("bb", act: "dd"))
    func queries(at position: Int64, named name: String? = nil) throws -> [String] {
      try told.ask(at: position) { try $0.savedQueries(named: name) }
        .map { "\($0.name) \($0.query!)" }
    }
    #expect(try queries(at: 2) == ["a y", "b x"])
    #expect(try queries(at: 4) == ["a z"])
    #expect(try queries(at: 6) == ["a y", "b x"])
    #expect(try queries(at: 6, named: "b") == ["b x"])
    #expect(try queries(at: 0) == [])
  }
}

/// Marks beside a reference over random histories with acts and their undoings, at every position.
@Suite struct MarkOracleTests {
  typealias Fact = ReferenceModel.Fact

  static func history(_ count: Int, _ random: inout SplitMix64) -> [Fact] {
    var acts: [RecordID] = []
    return (1...count).map { number in
      func act() -> [JSON.Member] {
        guard Int.random(in: 0..<4, using: &random) > 0 else { return [] }
        acts.append(.naming("act", "\(Int.random(in: number...(number + 1), using: &random))"))
        return [.init("act", .string(acts.last!.description))]
      }
      let of = JSON.Member("of", .string(RecordID.naming("marks", "1").description))
      let isOn = JSON.Member("isOn", .bool(Bool.random(using: &random)))
      let (type, members): (String, [JSON.Member])
      switch number == 1 ? -1 : Int.random(in: 0..<8, using: &random) {
      case -1:
        type = "event.reported"
        members = [
          .init("event", .object(["type": "funding", "title": "a"])),
          .init("mention", .object(["source": "test"])),
        ]
      case 0...2:
        type = "event.tagged"
        members = [of, isOn, .init("tag", .string("t\(number % 2)"))] + act()
      case 3: (type, members) = ("event.starred", [of, isOn] + act())
      case 4:
        type = "event.noted"
        members = [of, .init("text", isOn.value == true ? .string("n\(number)") : "")] + act()
      default:
        let own = RecordID.naming("undoing", "\(number)")
        let undone = acts.randomElement(using: &random) ?? .naming("act", "0")
        acts.append(own)
        type = "act.undone"
        members = [
          .init("of", .string(undone.description)), .init("act", .string(own.description)),
          .init("reason", "a slip"),
        ]
      }
      return Fact(id: .naming("marks", "\(number)"), type: type, data: .object(members))
    }
  }

  /// What holds: of what no undone act has said, the last word on each.
  static func marks(_ facts: [Fact]) -> [String] {
    let told = facts.filter { fact in fact.act.map { !ReferenceModel.isUndone($0, facts) } ?? true }
    var last: [String: (place: Int, text: String?)] = [:]
    for (place, fact) in told.enumerated() {
      let isOn = fact.data["isOn"] == true
      switch fact.type {
      case "event.tagged":
        let tag = fact.data["tag"]!.string!
        last["tag \(tag)"] = (place, isOn ? tag : nil)
      case "event.starred": last["star"] = (place, isOn ? "*" : nil)
      case "event.noted":
        let text = fact.data["text"]?.string ?? ""
        last["note"] = (place, text.isEmpty ? nil : "(\(text))")
      default: break
      }
    }
    return last.values.compactMap(\.text).sorted()
  }

  @Test(arguments: 0..<30)
  func `at every position the marks are what the rules say`(seed: UInt64) throws {
    var random = SplitMix64(state: 991 + seed)
    let facts = Self.history(40, &random)
    let store = try TemporaryStore()
    for fact in facts { try store.append([NewRecord(fact)]) }
    for position in 1...facts.count {
      try store.store.ask(asOf: .position(Int64(position))) { snapshot in
        let marks = try #require(try snapshot.event(1)).marks
        let shown = (marks.isStarred ? ["*"] : []) + marks.tags + marks.notes.map { "(\($0))" }
        let expected = Self.marks(Array(facts.prefix(position)))
        #expect(shown.sorted() == expected, "seed \(seed), position \(position)")
      }
    }
    #expect(try store.read(Projector.digestFaults) == [])
    #expect(try store.write { try Projector.verify($0) } == [])
  }
}
