import EventModel
import Testing

@testable import EventCoding

@Suite struct SameStoryTests {
  private let coder = EventCoder()

  private func sketch(_ title: String, day: String) -> EventSketch {
    let item = ItemText(title: title, published: CivilDay(day)!)
    return coder.sketch(item, coder.code(item))
  }

  private var rumour: EventSketch {
    sketch("Sources: Amazon in talks to acquire Zyntho Robotics for $300M", day: "2026-10-01")
  }

  @Test(arguments: [
    "Amazon acquires Zyntho Robotics for $300M",
    "Amazon denies it is in talks to acquire Zyntho Robotics for $300M",
  ])
  func `finds what became of a rumour`(title: String) {
    let later = sketch(title, day: "2026-10-20")
    #expect(SameStory().score(rumour, before: later) >= SameStory.standardThreshold)
    #expect(SameStory().matches(rumour, among: [later]).map(\.index) == [0])
    #expect(SameStory().matches(later, among: [rumour]).map(\.index) == [0])
    #expect(SameEvent().score(rumour, later) == 0)
  }

  @Test func `a rumour and its confirmation on one day are two stages, no join`() {
    let later = sketch("Amazon acquires Zyntho Robotics for $300M", day: "2026-10-01")
    #expect(SameEvent().score(rumour, later) == 0)
    #expect(SameStory().score(rumour, before: later) >= SameStory.standardThreshold)
  }

  @Test func `the later stage is not the earlier day, nor half a year after`() {
    let title = "Amazon acquires Zyntho Robotics for $300M"
    #expect(SameStory().score(rumour, before: sketch(title, day: "2026-09-30")) == 0)
    #expect(SameStory().score(rumour, before: sketch(title, day: "2027-03-30")) > 0)
    #expect(SameStory().score(rumour, before: sketch(title, day: "2027-03-31")) == 0)
  }

  @Test func `what has happened has no later stage but its denial`() {
    let told = sketch("Amazon acquires Zyntho Robotics for $300M", day: "2026-10-01")
    let again = sketch("Amazon completes acquisition of Zyntho Robotics", day: "2026-10-20")
    let denial = sketch("Amazon denies it acquired Zyntho Robotics", day: "2026-10-02")
    #expect(SameStory().score(told, before: again) == 0)
    #expect(SameStory().score(told, before: denial) > 0)
    #expect(SameStory().score(denial, before: told) == 0)
  }

  @Test func `links nothing on one word, nor across quarters`() {
    #expect(
      SameStory().score(rumour, before: sketch("Amazon opens a shop", day: "2026-10-02")) == 0)
    let plan = sketch("Oracle plans to raise Q2 revenue guidance", day: "2026-10-01")
    let done = sketch("Oracle raises Q3 revenue guidance", day: "2026-10-02")
    #expect(SameStory().score(plan, before: done) == 0)
  }
}
