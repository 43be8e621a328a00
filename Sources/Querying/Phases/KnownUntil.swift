package import EventModel
import Projections

/// The day to which the log would know that the current phase of a sequence had ended; silence after
/// it says nothing.
package struct KnownUntil: Equatable, Sendable {
  package let day: CivilDay
  /// Why it is known until then and no longer, as a part of a sentence.
  package let reason: String
}

extension Question {
  /// Until when it is known what there is to know of a sequence: the last report of it, the day to which
  /// its book is complete, and, where a query tells its phases, the last completed poll of a feed that
  /// would tell. Nil where nothing dated is known.
  func knownUntil(of table: PhaseTable, by statements: [Record]) throws -> KnownUntil? {
    let tellers = try table.query.map { try sources(telling: $0, ofPhasesIn: table) } ?? []
    let own = StatedCoverage.source(ofSequence: table.sequence)
    let stated = try ([own] + tellers).compactMap(coverage)
    let reports =
      table.phases.compactMap(\.known) + table.phases.compactMap { $0.began?.first }
      + statements.compactMap { $0.change.published }
    let report = reports.filter { $0 <= asOf }.max().map {
      KnownUntil(day: $0, reason: "nothing has been reported of it since")
    }
    return (stated + [report].compactMap(\.self)).max { $0.day < $1.day }
  }

  /// A sequence and until when it is known; nil where there is none of that name.
  func known(ofSequence sequence: String) throws -> (table: PhaseTable, until: KnownUntil?)? {
    let statements = try snapshot.statements(of: sequence)
    return try phaseTables(by: statements).first.map { table in
      (table, try knownUntil(of: table, by: statements))
    }
  }

  /// Until when a claim of a metric would be known, by the sources that tell of its actor.
  func knownUntil(ofClaimsBy actor: String) throws -> KnownUntil? {
    var filter = ReportFilter()
    filter.actors = try names().all(actor)
    return try sources(telling: filter, until: asOf).compactMap(coverage).max { $0.day < $1.day }
  }

  /// The sources that would tell of the next phase: those of which two reports on the query's actors
  /// were published in the year up to the last phase.
  private func sources(telling text: String, ofPhasesIn table: PhaseTable) throws -> [String] {
    let last = table.phases.compactMap { $0.began?.first }.filter { $0 <= asOf }.max()
    guard let last else { return [] }
    let query = try query(kept: text)
    var filter = ReportFilter()
    filter.actors = query.filter.actors
    return filter.isEmpty
      ? try sources(telling: query.filter, except: query.exclusions, until: last)
      : try sources(telling: filter, until: last)
  }

  func sources(
    telling filter: ReportFilter, except exclusions: [ReportFilter] = [], until last: CivilDay
  ) throws -> [String] {
    try snapshot.sources(
      telling: filter, except: exclusions, from: last.advanced(by: -365), to: last)
  }

  /// Until when a source has told all there was to tell, as far as the day asked for. A book's word
  /// counts whenever it was written; a feed has told what its polls had read by then.
  func coverage(of source: String) throws -> KnownUntil? {
    func stated(_ snapshot: Snapshot) throws -> StatedCoverage? {
      guard case .coverageStated(let stated) = try snapshot.coverage(of: source)?.change else {
        return nil
      }
      return stated
    }
    guard let now = try stated(snapshot),
      let told = now.author.isBook ? now : try stated(snapshot.recorded(by: asOf)),
      let end = told.until.last
    else { return nil }
    let reason =
      told.author.isBook
      ? "the \(told.author.text.replacing(":", with: " ")) tells all until \(end)"
      : "\(source) was last polled on \(end)"
    return KnownUntil(day: min(end, asOf), reason: reason)
  }
}
