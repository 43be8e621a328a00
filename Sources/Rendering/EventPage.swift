import EventModel
import JSONText
public import Querying

/// One event on a page: what, when, who, how much, who says so, and how the log came to it.
public enum EventPage {
  public static func text(_ detail: EventDetail) -> String {
    let row = detail.row
    let event = detail.reports[0].event
    var lines = [
      SafeText.line(event.title), "",
      pageRow("event", "\(Column.text(row["id"]))  @\(Column.text(row["position"]))"),
      pageRow("date", "\(Column.text(row["date"])) (\(Column.text(row["precision"])))"),
      pageRow("type", event.type.rawValue),
      pageRow("stance", event.stance.rawValue + (event.polarity == .denied ? ", denied" : "")),
    ]
    lines += event.actors.map { pageRow("actor", $0.name + ($0.role.map { " (\($0))" } ?? "")) }
    lines += event.objects.map { pageRow("object", $0) }
    lines += event.amounts.map { pageRow("amount", amount($0)) }
    if let attribution = event.attribution { lines.append(pageRow("says", attribution)) }
    if let phase = event.phase { lines.append(pageRow("phase", phase)) }
    if let evidence = event.evidence {
      lines.append(
        pageRow("coded", "by “\(evidence.trigger)”, confidence \(evidence.confidence) of 100"))
    }
    lines += ["", "mentions"]
    lines += zip(detail.reportIDs, detail.reports).map { id, report in
      let mention = report.mention
      let parts = [id.short, mention.published?.text, mention.source, mention.title, mention.url]
      return "  " + SafeText.line(parts.compactMap(\.self).joined(separator: " · "))
    }
    lines += ["", "history"]
    lines += detail.history.map {
      "  @\($0.position)  \($0.recorded)  \(SafeText.line(told($0.change)))"
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private static func amount(_ amount: Amount) -> String {
    let sign = amount.bound.map { "\($0.rawValue) " } ?? (amount.approximate ? "about " : "")
    let period = amount.period.map { " in \($0.text)" } ?? ""
    return "\(amount.metric ?? amount.kind.rawValue) \(sign)\(amount.value) \(amount.unit)\(period)"
  }

  private static func told(_ change: Change) -> String {
    switch change {
    case .eventMentioned(let mention): "\(change.kind.name): \(mention.reason)"
    case .eventAmended(let amendment): "\(change.kind.name): \(amendment.reason)"
    case .eventRetracted(let retraction): "\(change.kind.name): \(retraction.reason)"
    case .eventsMerged(let merge): "\(change.kind.name): \(merge.reason)"
    case .eventSplit(let split): "\(change.kind.name): \(split.reason)"
    default: change.kind.name
    }
  }
}
