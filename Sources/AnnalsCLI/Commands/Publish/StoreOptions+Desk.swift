import EventLog
import Querying
import Serving

extension StoreOptions {
  /// Answers questions of the store for as long as the program runs.
  func desk(_ surroundings: Surroundings) throws -> Desk {
    let store = try openToAsk(surroundings)
    var followed = ContinuousClock.now
    func follow() throws {
      guard ContinuousClock.now - followed > .seconds(1) else { return }
      try surroundings.node.follow(store, surroundings)
      followed = ContinuousClock.now
    }
    return Desk(
      answer: { inquiry, values, asOf in
        try follow()
        let arguments = try Arguments(values, for: inquiry)
        let asking = Asking(store: store, asOf: asOf, surroundings: surroundings.renewed)
        return try asking.ask(reconstructing: inquiry.reconstructs) { question in
          try inquiry.answer(question, arguments)
        }
      },
      head: {
        try follow()
        return try store.read { try Log($0).head() }
      },
      today: { surroundings.renewed.today },
      explain: { error in
        let failure = Failure(error)
        return Refusal(Refusal.Kind(failure.meaning), failure.message, hint: failure.hint)
      })
  }
}

extension Refusal.Kind {
  fileprivate init(_ meaning: ExitMeaning) {
    self =
      switch meaning {
      case .usage, .badInput: .usage
      case .no: .nothing
      case .busy: .busy
      default: .failure
      }
  }
}
