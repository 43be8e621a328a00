import JSONText
import Testing

@testable import EventCoding

@Suite struct SourceGroupsTests {
  private func item(_ title: String, _ source: String) -> LabelledItem {
    LabelledItem(
      json: .object(["title": .string(title), "source": .string(source), "labels": .object([:])]))!
  }

  @Test func `what one source tells stays together, and so does one headline of two`() {
    let groups = SourceGroups([
      item("Zyntho raises $7M to build farm robots in Kenya", "A"), item("Rain", "B"),
      item("Something else", "A"), item("Zyntho raises $7M to build farm robots in Kenya!", "C"),
      item("晴天科技完成三亿元融资", "D"), item("晴天科技完成三亿元融资。", "E"),
    ]).group
    #expect(groups[0] == groups[2] && groups[0] == groups[3])
    #expect(groups[4] == groups[5])
    #expect(Set(groups).count == 3)
  }

  @Test func `headlines that share half of their words are two`() {
    let groups = SourceGroups([
      item("Zyntho raises seven millions", "A"), item("Zyntho raises farm robots", "B"),
    ]).group
    #expect(groups[0] != groups[1])
  }

  @Test func `a group falls into one fold, by its source`() {
    let items = (0..<40).map { item("Title number \($0) of all", "Source \($0 % 10)") }
    let groups = SourceGroups(items)
    let folds = items.indices.map { groups.fold(of: $0) }
    for place in items.indices { #expect(folds[place] == folds[place % 10]) }
    #expect(Set(folds).count > 2)
    #expect(Set(folds).isSubset(of: 0..<5))
  }
}
