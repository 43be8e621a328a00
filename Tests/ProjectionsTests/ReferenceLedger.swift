import EventModel
import JSONText

/// The ledger and the statements about sequences in memory, folded from zero by their rules: what an
/// undone act has written counts as not written; the first verdict on a forecast counts; of statements
/// on one key the last does.
struct ReferenceLedger {
  private(set) var forecasts: [String] = []
  private(set) var statements: [RecordID] = []

  init(_ facts: some Sequence<ReferenceModel.Fact>) {
    let all = Array(facts)
    let facts = all.filter { fact in
      !(fact.data["act"]?.string.flatMap { RecordID($0) }.map { ReferenceModel.isUndone($0, all) }
        ?? false)
    }
    forecasts = all.filter { $0.type == "forecast.issued" }.map { issued in
      guard facts.contains(where: { $0.id == issued.id }) else { return "withdrawn" }
      return facts.first {
        ["forecast.resolved", "forecast.annulled"].contains($0.type) && $0.of == issued.id
      }.map { "\($0.type) \($0.id)" } ?? "open"
    }
    var last: [String: (place: Int, id: RecordID)] = [:]
    for (place, fact) in facts.enumerated()
    where ["phase.began", "sequence.defined"].contains(fact.type) {
      let key = [
        fact.type, fact.data["sequence"]?.string, fact.data["phase"]?.string,
        fact.data["mention"]?["source"]?.string,
      ]
      last[key.compactMap(\.self).joined(separator: "|")] = (place, fact.id)
    }
    statements = last.values.sorted { $0.place < $1.place }.map(\.id)
  }
}
