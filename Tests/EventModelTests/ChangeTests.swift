import EventModel
import JSONText
import Testing

@Suite struct ChangeTests {
  @Test func `every change is the same after writing and reading`() throws {
    for change in Sample.changes {
      #expect(Change(type: change.type, payload: change.payload) == change)
    }
  }

  @Test(arguments: [
    ("coded again with dictionary 01ab", Author.coder("01ab")),
    ("the book was corrected", .book("")),
    ("corrected by hand", .person), ("", .person),
  ])
  func `the first version says who speaks in its reason`(reason: String, author: Author) {
    func change(_ name: String, _ fields: String) -> Change {
      let payload = #"{"of":"\#(Sample.id)",\#(fields)"reason":"\#(reason)"}"#
      return Change(type: RecordType(name: name, version: 1), payload: Array(payload.utf8))
    }
    #expect(
      change("event.amended", #""event":{"type":"funding","title":"x"},"#)
        == .eventAmended(
          EventAmendment(
            of: Sample.id, .whole(Event(type: .funding, title: "x")), author: author,
            reason: reason)))
    #expect(
      change("event.retracted", "")
        == .eventRetracted(EventRetraction(of: Sample.id, author: author, reason: reason)))
  }

  @Test(arguments: [
    ("event.dreamt", 1, "{}"), ("event.reported", 2, "{}"), ("event.reported", 1, "{}"),
    ("event.starred", 0, "{}"), ("event.reported", 1, "no JSON"),
    ("event.reported", 1, #"{"event":{"type":"x","stance":"leaked"},"mention":{"source":"s"}}"#),
  ])
  func `what cannot be read is kept as it is`(name: String, version: Int, payload: String) {
    let type = RecordType(name: name, version: version)
    let change = Change(type: type, payload: Array(payload.utf8))
    #expect(change.kind == nil)
    #expect(change.type == type)
    #expect(change.payload == Array(payload.utf8))
  }

  @Test func `a patch changes the fields it names and no others`() throws {
    let patched = Sample.patch.applied(to: Sample.event)
    #expect(patched.date == PartialDate(year: 2022, month: 12))
    #expect(patched.attribution == nil)
    #expect(patched.objects == ["x"])
    #expect(patched.amounts == Sample.event.amounts)
    let difference = try #require(EventPatch.difference(from: Sample.event, to: patched))
    #expect(Set(difference.fields) == Set(Sample.patch.fields))
    #expect(EventPatch.difference(from: patched, to: patched) == nil)
  }

  @Test(arguments: [
    #"{"colour":"red"}"#, #"{"title":null}"#, #"{"date":"May"}"#, #"{"stance":"leaked"}"#,
  ])
  func `a patch of what no event has is refused`(fields: String) throws {
    let members = try #require(try JSON.parse(fields).members)
    #expect(throws: FieldError.self) { try EventPatch(members) }
  }

  @Test func `every kind of change has a sample`() {
    #expect(Set(Sample.changes.compactMap(\.kind)) == Set(ChangeKind.allCases))
  }

  @Test func `an event may be of a type that this annals does not know`() throws {
    let json = try JSON.parse(#"{"type":"space-launch","title":"x"}"#)
    #expect(try Event(json: json).type == EventType(rawValue: "space-launch"))
    #expect(try Event(json: Event(json: json).json) == Event(json: json))
  }

  @Test(arguments: [
    #"{"weight":1,"mu":1,"scale":-1,"df":3}"#, #"{"weight":1,"mu":1,"scale":0,"df":3}"#,
    #"{"weight":1,"mu":1,"scale":1,"df":-2}"#, #"{"weight":1,"mu":1e308,"scale":1,"df":3}"#,
    #"{"weight":1,"mu":1,"scale":1,"df":1e-308}"#, #"{"weight":-1,"mu":1,"scale":1,"df":3}"#,
    #"{"weight":1e999,"mu":1,"scale":1,"df":3}"#, "",
  ])
  func `a law that is no distribution is refused`(component: String) throws {
    let issue = try #require(
      Sample.changes.first {
        if case .forecastIssued(let issue) = $0 { issue.law != nil } else { false }
      })
    let law = try JSON.parse(#"{"mixture":[\#(component)],"elapsed":1}"#)
    let data = JSON.object(
      (try JSON.parse(issue.payload).members ?? []).map {
        $0.key == "law" ? JSON.Member("law", law) : $0
      })
    #expect(Change(type: issue.type, payload: Array(data.text.utf8)).kind == nil)
  }
}
