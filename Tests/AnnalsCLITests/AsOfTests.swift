import EventModel
import Testing

/// Questions about the past, and about days.
@Suite struct AsOfTests {
  let person = Person()

  func add(_ title: String, _ date: String) {
    let added = person.run(
      "add", "--date", date, "--type", "funding", "--title", title, "--source", "https://x.org")
    #expect(added.code == 0)
  }

  func titles(_ words: String...) -> [String] {
    let answer = person.run(["timeline", "-O", "csv"] + words)
    return ["Late", "Midnight", "First"].filter { answer.output.contains($0) }
  }

  @Test func `as of a day is what the log knew by the day's last moment`() {
    person.now = Instant("2026-05-01T08:00:00Z")!
    add("First", "2026-01-01")
    person.now = Instant("2026-05-01T23:59:59.999Z")!
    add("Late", "2026-01-02")
    person.now = Instant("2026-05-02")!
    add("Midnight", "2026-01-03")
    #expect(titles("--as-of", "2026-04-30") == [])
    #expect(titles("--as-of", "2026-05-01") == ["Late", "First"])
    #expect(titles("--as-of", "2026-05-02") == ["Late", "Midnight", "First"])
    #expect(titles("--as-of", "@1") == ["First"])
    #expect(titles("--as-of", "@0") == [])
    #expect(titles("--as-of", "@9") == ["Late", "Midnight", "First"])
    #expect(person.run("timeline", "--as-of", "@0").code == 0)
    #expect(person.run("timeline", "--as-of", "@-1").code != 0)
  }

  @Test func `since counts from the first day of a date, until to its last`() {
    add("First", "2026-01-01")
    add("Midnight", "2026-02-01")
    add("Late", "2026-02-28")
    #expect(titles("--since", "2026-02") == ["Late", "Midnight"])
    #expect(titles("--until", "2026-02") == ["Late", "Midnight", "First"])
    #expect(titles("--until", "2026-01") == ["First"])
  }
}
