import EventModel
import JSONText
import Testing

@Suite struct ChangeTests {
  @Test func `every change is the same after writing and reading`() throws {
    for change in Sample.changes {
      let text = change.data.text
      #expect(try Change(kind: change.kind, data: JSON.parse(text)) == change, "\(text)")
    }
  }

  @Test func `every kind of change has a sample`() {
    #expect(Set(Sample.changes.map(\.kind)) == Set(ChangeKind.allCases))
  }

  @Test func `an event may be of a type that this annals does not know`() throws {
    let json = try JSON.parse(#"{"type":"space-launch","title":"x"}"#)
    #expect(try Event(json: json).type == EventType(rawValue: "space-launch"))
    #expect(try Event(json: Event(json: json).json) == Event(json: json))
  }
}
