import EventModel
import JSONText
import Projections

extension ComparedClaim {
  /// The row of `annals.claims/1`: what was stated, as it was stated; what it is in another currency and
  /// what else is known of it in keys of their own.
  var json: JSON {
    let (amount, event) = (head.amount.contractJSON, head.account.report.event)
    let mention = head.account.report.mention
    func stated(_ keys: Set<String>) -> [JSON.Member] {
      (amount.members ?? []).filter { keys.contains($0.key) }
    }
    let what: JSON = .object(["actor": .string(actor), "metric": .string(head.metric)])
    let who: JSON = .object([
      "period": (head.period ?? time).map { .string($0.text) } ?? .null,
      "stance": .string(event.stance.rawValue),
      "polarity": .string(event.polarity.rawValue),
      "attribution": event.attribution.map(JSON.string) ?? .null,
      "event": .string(head.event.description),
      "source": .string(mention.citation),
    ])
    return .object(
      (what.members ?? []) + stated(["value", "currency", "unit", "approx", "bound", "range"])
        + (who.members ?? []) + stated(["direction", "signed"])
        + [.init("url", mention.url.map(JSON.string) ?? .null)] + further)
  }

  private var further: [JSON.Member] {
    [
      .init("sources", .array(sources)),
      .init("told", told.map { .string($0.description) } ?? .null),
      .init("guidance", .bool(isGuidance)),
      .init("fiscal", isFiscal ? .string(time!.text) : .null),
      .init("restates", restates.map { .string($0.value.description) } ?? .null),
      .init("converted", converted),
    ]
  }

  /// Who claims it, each source once.
  private var sources: [JSON] {
    var seen: Set<String> = []
    return claims.compactMap { claim in
      let (event, mention) = (claim.account.report.event, claim.account.report.mention)
      guard seen.insert(mention.citation).inserted else { return nil }
      return .object([
        "source": .string(mention.citation), "url": mention.url.map(JSON.string) ?? .null,
        "stance": .string(event.stance.rawValue),
        "attribution": event.attribution.map(JSON.string) ?? .null,
        "event": .string(claim.event.description),
      ])
    }
  }

  /// The amount in another currency, and by what rate.
  private var converted: JSON {
    guard let conversion else { return .null }
    let amount = amount.contractJSON
    return .object([
      "value": amount["value"], "currency": .string(conversion.currency),
      "range": amount["range"], "signed": amount["signed"],
      "rate": .number(Numerals.rounded(conversion.rate)),
      "year": .number(Int64(conversion.year)), "source": .string(conversion.source),
    ])
  }
}

/// What a row of claims needs to be told about itself, in words.
enum ClaimNote {
  static func text(_ row: JSON) -> String {
    var notes: [String] = []
    if let days = row["fiscal"]?.string { notes.append("fiscal \(days)") }
    if row["guidance"] == true { notes.append("guidance") }
    if let former = row["restates"]?.string {
      notes.append("restated, \(Numerals.compact(former)) before")
    }
    return notes.joined(separator: ", ")
  }
}

extension Column {
  /// The columns of claims; with those of a currency that they were brought into.
  static func claims(in currency: String?) -> [Column] {
    let value = Column("value", isNumeric: true) { StatedAmount($0)?.cell ?? .empty }
    let source = Column("source", key: "source")
    @Sendable func converted(_ row: JSON) -> Cell {
      StatedAmount(row).map { stated in
        guard let value = row["converted"]?["value"]?.string else {
          return row["currency"]?.string == currency ? stated.cell : .empty
        }
        let sign = row["direction"] == "down" ? "-" : ""
        return .number(sign + value, shown: sign + Numerals.grouped(value) + "*")
      } ?? .empty
    }
    let inCurrency = currency.map { [Column("in \($0)", isNumeric: true, for: .people, converted)] }
    return [
      Column("actor", key: "actor"), value,
      Column("unit") { Cell($0["currency"] ?? $0["unit"]) },
    ] + (inCurrency ?? []) + [
      Column("period") { .date($0["period"]) }, Column("stance", Column.stance),
      Column("attribution", key: "attribution").fitting(.spare),
      Column("note", for: .people) { .text(ClaimNote.text($0)) },
      Column("sources", isNumeric: true, for: .people) { row in
        let count = row["sources"]?.elements?.count ?? 1
        return count == 1 ? .empty : Cell(number: "\(count)")
      }, source,
      Column("metric", key: "metric", for: .programs),
      Column("polarity", key: "polarity", for: .programs),
      Column("event", for: .programs) { .id($0["event"]) },
    ] + Column.parts(ofAmount: { $0 }) + [
      Column("url", for: .programs) { .url($0["url"]) },
      Column("sources", isNumeric: true, for: .programs) { row in
        Cell(number: "\(row["sources"]?.elements?.count ?? 1)")
      },
      Column("told", for: .programs) { .date($0["told"]) },
      Column("guidance", key: "guidance", for: .programs),
      Column("fiscal", for: .programs) { .date($0["fiscal"]) },
      Column("restates", key: "restates", isNumeric: true, for: .programs),
      Column("converted", isNumeric: true, for: .programs) {
        Cell(number: $0["converted"]?["signed"]?.string)
      },
      Column("converted to", for: .programs) { Cell($0["converted"]?["currency"]) },
      Column("rate", isNumeric: true, for: .programs) {
        .decimal($0["converted"]?["rate"]?.double)
      },
      Column("rate year", isNumeric: true, for: .programs) { Cell($0["converted"]?["year"]) },
    ]
  }
}
