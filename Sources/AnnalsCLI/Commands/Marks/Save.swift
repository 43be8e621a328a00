import ArgumentParser
import EventModel
import Ingestion
import Projections
import Querying

struct Save: AskingCommand {
  static let inquiry = Inquiry.savedQueries
  static let configuration = CommandConfiguration(
    commandName: "save", abstract: "Keep a query under a name, or list those that are kept.",
    discussion: """
      saved:NAME stands for the query in every other.

        annals save rounds 'type:funding amount:>1B'
        annals log saved:rounds -p "last month"
        annals save rounds --alert           annals watch tells of what it finds from now on
        annals save rounds --dry-run -p 2025 what that would have told of
        annals save rounds --remove
        annals save                          all of them
      """)

  @Argument(help: "A name for it.", completion: Completing.saved)
  var name: String?

  @Argument(help: "A query, such as type:funding amount:>1B.", completion: Completing.query)
  var query: [String] = []

  @Flag(help: "Let annals watch tell of every event that it finds from now on.")
  var alert = false

  @Flag(help: "Keep it no longer.")
  var remove = false

  @Flag(help: "Keep nothing; show the events that it finds, of which an alert would have told.")
  var dryRun = false

  @OptionGroup var period: PeriodOptions

  @OptionGroup var options: AskOptions

  var arguments: [String: [String]] { [:] }

  func validate() throws {
    let needsQuery = !remove && !alert && !dryRun
    guard name == nil || !query.isEmpty || !needsQuery, name != nil || needsQuery else {
      throw ValidationError("say which query to keep")
    }
    guard !remove || query.isEmpty && !alert && !dryRun else {
      throw ValidationError("--remove takes a name alone")
    }
    guard dryRun || period.arguments.values.allSatisfy(\.isEmpty) else {
      throw ValidationError("a period goes with --dry-run")
    }
    if let name, !name.allSatisfy({ $0.isLetter || $0.isNumber || "-_".contains($0) }) {
      throw ValidationError("“\(name)” is no name: write letters, digits, - and _")
    }
  }

  func run(in surroundings: Surroundings) throws {
    guard let name else { return try ask(surroundings) }
    if dryRun {
      let wanted = query.isEmpty ? ["saved:\(name)"] : query
      return try options.answer(
        .timeline, period.arguments.merging(["query": wanted]) { $1 }, surroundings)
    }
    try MarkOptions(options).record(
      remove ? "\(name) is kept no longer" : "\(name) is kept", surroundings
    ) { question in
      let saved = try question.snapshot.savedQueries(named: name).first
      if remove { return saved == nil ? nil : .save(name, query: nil, isAlert: false) }
      let text = try query.map(question.quoted).joined(separator: " ")
      let wanted = query.isEmpty ? saved?.query : text
      guard let wanted else { throw EventQuery.unknown(saved: name, among: []) }
      try question.check(query: wanted)
      if let saved, saved.query == wanted, saved.isAlert == alert { return nil }
      return .save(name, query: wanted, isAlert: alert)
    }
  }
}
