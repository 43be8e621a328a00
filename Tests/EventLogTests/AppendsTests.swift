import Testing

@testable import EventLog

/// What a unit of work has appended, in the pieces in which a shared log takes it.
@Suite struct AppendsTests {
  @Test(arguments: [
    ([], []), ([5, 8], [8]), ([5, 10], [10]), ([5, 12], [5, 12]), ([5, 8, 14, 20], [8, 14, 20]),
    ([25], [10, 20, 25]), ([5, 30], [5, 15, 25, 30]),
  ])
  func `a piece ends with a decision, unless one alone is longer`(ends: [Int64], pieces: [Int64]) {
    let appends = Appends()
    for end in ends { appends.note(end: 100 + end, isDecided: true) }
    #expect(appends.pieces(after: 100, most: 10) == pieces.map { 100 + $0 })
  }
}
