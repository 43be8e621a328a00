import ArgumentParser
import EventLog
import JSONText
import Projections
import Querying

struct Sql: AnnalsCommand {
  static let configuration = CommandConfiguration(
    commandName: "sql", abstract: "Ask the store in SQL, over documented views.",
    discussion: """
      The views events, mentions, measures, items, phases and forecasts hold what is believed now; annals \
      help views lists their columns. Nothing can be written.

        annals sql "SELECT type, count(*) FROM events GROUP BY type ORDER BY 2 DESC"
        annals sql "SELECT actor, max(value) FROM measures WHERE metric = 'revenue' GROUP BY actor" -O csv
      """)

  @Argument(help: "One SELECT.")
  var statement: String

  @Option(help: ArgumentHelp("Break it off after so many seconds.", valueName: "seconds"))
  var timeout: Double = 10

  @OptionGroup var store: StoreOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard timeout > 0 else { throw ValidationError("--timeout is a number of seconds above 0") }
  }

  func run(in surroundings: Surroundings) throws {
    let answer: UserAnswer
    do {
      answer = try store.openToAsk(surroundings).ask(sql: statement, seconds: timeout)
    } catch UserQueryError.unreadable(let reason) {
      throw Failure(.usage, reason, hint: "annals help views lists what can be asked of")
    } catch UserQueryError.tooLong(let seconds) {
      throw Failure(
        .no, "it took longer than \(Numerals.short(seconds)) seconds",
        hint: "--timeout lets it take longer")
    }
    try output.write(Document(answer), surroundings)
  }
}

extension Document {
  /// A column for each of the question's, numeric where it holds nothing but numbers.
  fileprivate init(_ answer: UserAnswer) {
    let names = answer.columns.enumerated().map { place, name in
      answer.columns[..<place].contains(name) ? "\(name) \(place + 1)" : name
    }
    let columns = names.enumerated().map { place, name in
      let values = answer.rows.map { $0[place] }.filter { !$0.isNull }
      let isNumeric = !values.isEmpty && values.allSatisfy { $0.double != nil && $0.string == nil }
      return Column(name, isNumeric: isNumeric) { Cell($0[name]) }
    }
    self.init(
      schema: "annals.sql/1", columns: columns,
      rows: answer.rows.map { row in .object(zip(names, row).map { JSON.Member($0, $1) }) })
  }
}
