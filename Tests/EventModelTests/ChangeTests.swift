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

  @Test func `an unknown event type suggests the nearest`() throws {
    let json = try JSON.parse(#"{"type":"funding-round","title":"x"}"#)
    let error = #expect(throws: FieldError.self) { try Event(json: json) }
    #expect(error?.problem.contains("did you mean “funding”?") == true)
  }
}
