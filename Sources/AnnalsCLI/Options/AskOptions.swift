import ArgumentParser
import EventLog
import Projections
import Querying

/// What every question takes: of which store, as of when, and how the answer is written.
struct AskOptions: ParsableArguments {
  @OptionGroup var asOf: AsOfOptions
  @OptionGroup var store: StoreOptions
  @OptionGroup var output: OutputOptions

  /// Asks the store as it was on the day asked for.
  func ask<Value>(
    _ surroundings: Surroundings, _ body: (Question) throws -> Value
  ) throws -> Value {
    let (bound, day) = try asOf.bound(today: surroundings.today)
    return try store.open(surroundings).ask(asOf: bound) { snapshot in
      try body(Question(snapshot, asOf: day))
    }
  }
}
