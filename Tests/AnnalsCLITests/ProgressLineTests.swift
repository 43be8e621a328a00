import EventModel
import Testing

@testable import AnnalsCLI

/// What a person at a terminal sees of work that takes its time.
@Suite struct ProgressLineTests {
  final class Screen {
    var text = ""
    var now = Instant("2026-11-23T12:00:00Z")!
  }

  let screen = Screen()

  func line(isTerminal: Bool = true, isQuiet: Bool = false, term: String = "xterm") -> ProgressLine
  {
    let screen = screen
    let output = Output(isTerminal: isTerminal, width: 80) {
      screen.text += String(decoding: $0, as: UTF8.self)
    }
    return ProgressLine(
      of: "record", isQuiet: isQuiet,
      Surroundings(
        now: screen.now, environment: ["TERM": term], output: output, error: output,
        input: { _ in [] }, clock: { screen.now }))
  }

  func wait(_ seconds: Double) {
    screen.now = Instant(milliseconds: screen.now.milliseconds + Int64(seconds * 1000))
  }

  @Test func `after two seconds it says how far, how fast and how long, and then it goes`() throws {
    let line = line()
    #expect(throws: CancellationError.self) {
      try line.during {
        wait(1.9)
        try line.report(19_000, of: 100_000)
        #expect(screen.text == "")
        wait(0.1)
        try line.report(20_000, of: 100_000)
        #expect(
          screen.text == "\r\u{1B}[K20,000 of 100,000 records · 10,000 a second · 8 s left")
        try line.report(20_001, of: 100_000)
        throw CancellationError()
      }
    }
    #expect(screen.text.hasSuffix("left\r\u{1B}[K"))
  }

  @Test func `where the total is unknown it says how many`() throws {
    let line = line()
    wait(4)
    try line.report(1)
    #expect(screen.text == "\r\u{1B}[K1 record · 0.25 a second")
  }

  @Test func `nothing is said to a pipe, to a dumb terminal, or where nothing is to be said`()
    throws
  {
    for line in [
      line(isTerminal: false), line(isQuiet: true), line(term: "dumb"),
    ] {
      try line.during {
        wait(10)
        try line.report(1, of: 2)
      }
    }
    #expect(screen.text == "")
  }
}
