import Testing

/// What models and their servers do, and what comes of it.
@Suite struct ReaderBehaviourTests {
  @Test(arguments: ReaderBehaviour.answers)
  func `of an answer is believed what the text proves`(behaviour: ReaderBehaviour) throws {
    let observed = try behaviour.observed()
    #expect(observed == behaviour.outcome)
  }

  @Test(arguments: ReaderBehaviour.servers)
  func `without an answer the coding of before stands`(behaviour: ReaderBehaviour) throws {
    let observed = try behaviour.observed()
    #expect(observed == behaviour.outcome)
  }
}
