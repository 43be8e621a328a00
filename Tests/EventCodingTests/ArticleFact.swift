import EventModel

/// A fact that a careful reader finds in an article, and what an event must have to state it.
///
/// A row reads `type | actor | amount | words`, with `/` between alternatives and `-` for none. The
/// amount is `metric value [currency] [period]`; one of the words stands in the event's title or
/// among its objects.
struct ArticleFact: CustomStringConvertible {
  let description: String
  private let types: [String]
  private let actors: [String]
  private let amount: [String]
  private let words: [String]

  init(row: Substring) {
    description = String(row)
    let columns = row.split(separator: "|").map { column in
      column.split(separator: "/").map(ArticleFact.trimmed).filter { $0 != "-" }
    }
    precondition(columns.count == 4, "a row has four columns: \(row)")
    types = columns[0]
    actors = columns[1]
    amount = columns[2].first?.split(separator: " ").map(String.init) ?? []
    words = columns[3].map(ArticleFact.plain)
  }

  /// Whether the event states the fact: its type, its first actor, its amount.
  func isStated(by event: Event) -> Bool {
    guard types.contains(event.type.rawValue) else { return false }
    if !actors.isEmpty, !actors.contains(event.actors.first?.name ?? "") { return false }
    if !amount.isEmpty, !event.amounts.contains(where: isAmount) { return false }
    let told = ([event.title] + event.objects).map(ArticleFact.plain)
    return words.isEmpty || words.contains { word in told.contains { $0.contains(word) } }
  }

  /// Same metric and value, same currency if it is money, and no other period.
  private func isAmount(_ other: Amount) -> Bool {
    guard amount[0] == other.metric, ExactDecimal(amount[1]) == other.value else { return false }
    if let currency = other.currency, !amount.contains(currency) { return false }
    guard let period = other.period, amount.count == 4 else { return true }
    return period.text == amount[3]
  }

  private static func trimmed(_ text: Substring) -> String {
    text.split(separator: " ").joined(separator: " ")
  }

  private static func plain(_ text: String) -> String {
    text.lowercased().filter { $0 != " " }
  }
}
