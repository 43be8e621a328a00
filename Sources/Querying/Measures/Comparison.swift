import EventModel
import Projections

/// A matrix of claims: a row an actor and unit, a column a year or quarter.
struct Comparison {
  struct Row {
    let actor: String
    /// A currency, or a unit of what is counted.
    let unit: String
    /// From one on; above one, the claims that others were preferred to.
    let rank: Int
    /// By the columns' texts.
    let cells: [String: ComparedClaim]
  }

  let interval: ComparisonInterval
  let columns: [PartialDate]
  let rows: [Row]
  /// How many claims stand in no column, for they name no whole year or quarter.
  let timeless: Int
  /// How many are denied.
  let denied: Int
  /// How many cells hold claims that differ from the one shown.
  let disputed: Int

  /// - Parameter isWhole: whether every claim is shown, in further rows, or the one of each cell that is to
  ///   be preferred.
  init(_ claims: [ComparedClaim], by interval: ComparisonInterval, isWhole: Bool) {
    self.interval = interval
    var cells: [Line: [String: [ComparedClaim]]] = [:]
    var (order, columns): ([Line], Set<PartialDate>) = ([], [])
    var timeless = 0
    for claim in claims where !claim.head.isDenied {
      guard let column = interval.column(of: claim) else {
        timeless += 1
        continue
      }
      let line = Line(actor: claim.actor, unit: claim.amount.unit)
      if cells[line] == nil { order.append(line) }
      columns.insert(column)
      cells[line, default: [:]][column.text, default: []].append(claim)
    }
    let ranked = cells.mapValues { $0.mapValues(\.ranked) }
    self.columns = columns.sorted { $0.first! < $1.first! }
    self.timeless = timeless
    denied = claims.count { $0.head.isDenied }
    disputed = ranked.values.flatMap(\.values).count { claims in
      claims.contains { $0.contradicts(claims[0]) }
    }
    rows = order.flatMap { line in
      let depth = isWhole ? ranked[line]!.values.map(\.count).max() ?? 1 : 1
      return (0..<depth).map { rank in
        Row(
          actor: line.actor, unit: line.unit, rank: rank + 1,
          cells: ranked[line]!.compactMapValues { $0.dropFirst(rank).first })
      }
    }
  }

  private struct Line: Hashable {
    let actor: String
    let unit: String
  }
}

extension ComparedClaim {
  /// Whether both are of the same sort of time, both facts or both foretold, and no rounding of one another.
  fileprivate func contradicts(_ other: ComparedClaim) -> Bool {
    isFiscal == other.isFiscal && isGuidance == other.isGuidance
      && !amount.agrees(with: other.amount)
  }
}

extension [ComparedClaim] {
  /// Those to be preferred first.
  var ranked: [ComparedClaim] { sorted { $0.rank.lexicographicallyPrecedes($1.rank) } }

  /// Of the claims of an actor about one time in one unit, the one to be preferred.
  var best: [ComparedClaim] {
    let asserted = indices.filter { !self[$0].head.isDenied }
    let groups = Dictionary(grouping: asserted) { ClaimSubject(self[$0], self[$0].amount.unit) }
    return groups.values.map { places in
      places.min { self[$0].rank.lexicographicallyPrecedes(self[$1].rank) }!
    }.sorted().map { self[$0] }
  }
}
