/// The views over which people may ask in SQL: a contract like the JSON, columns are only added. Ids are
/// texts of 32 hexadecimal digits, days are ISO dates, moments RFC 3339; what counts is what is believed
/// now.
package enum ViewSchema {
  package struct View: Sendable {
    package let name: String
    /// One sentence.
    package let meaning: String
    package let columns: [(name: String, meaning: String)]
    let select: String
  }

  private static func id(_ position: String) -> String {
    "(SELECT lower(hex(id)) FROM record WHERE position = \(position))"
  }

  private static func day(_ number: String) -> String {
    "date(\(number) * 86400, 'unixepoch')"
  }

  private static func moment(_ position: String) -> String {
    """
    (SELECT strftime('%Y-%m-%dT%H:%M:%SZ', recorded / 1000, 'unixepoch') FROM record \
    WHERE position = \(position))
    """
  }

  /// What an account tells: its record's words, or those that an edit put in their place.
  private static func told(_ path: String) -> String {
    """
    json_extract(coalesce(account.data, (SELECT data FROM record WHERE position = account.account)), \
    '$.\(path)')
    """
  }

  /// The accounts that count, with the first of each event.
  private static let live = "account.until IS NULL AND account.retracted = 0"

  package static let views = [
    View(
      name: "events", meaning: "What happened, one row an event.",
      columns: [
        ("id", "its id"), ("recorded", "when the log learned of it"),
        ("first", "the first day that may be meant"), ("last", "the last"),
        ("type", "of the report that speaks for it"), ("title", "of that report"),
        ("stance", "of that report"), ("polarity", "asserted or denied"),
        ("actors", "names, set apart by “; ”"), ("mentions", "how many reports tell it"),
        ("sources", "how many sources do"),
        ("scope", "how likely it is industry news, 0 to 1; below 0.5 it is listed here alone"),
      ],
      select: """
        SELECT \(id("event.event")) AS id, \(moment("event.event")) AS recorded,
          \(day("event.first")) AS first, \(day("event.last")) AS last,
          account.type AS type, \(told("event.title")) AS title, account.stance AS stance,
          account.polarity AS polarity,
          (SELECT group_concat(actor.name, '; ') FROM account_actor JOIN actor USING(actor)
            WHERE account_actor.row = account.row) AS actors,
          (SELECT count(*) FROM account AS other WHERE other.event = event.event
            AND other.until IS NULL AND other.retracted = 0) AS mentions,
          (SELECT count(DISTINCT source) FROM account AS other WHERE other.event = event.event
            AND other.until IS NULL AND other.retracted = 0) AS sources,
          coalesce(\(told("event.scope")), 1) AS scope
        FROM event JOIN account ON account.row = (
          SELECT row FROM account AS head WHERE head.event = event.event AND head.until IS NULL
          AND head.retracted = 0 ORDER BY head.account <> head.event, head.account LIMIT 1)
        WHERE event.until IS NULL
        """),
    View(
      name: "mentions", meaning: "Who tells it, one row a report.",
      columns: [
        ("id", "of the report"), ("event", "the event's id"), ("source", "who tells it"),
        ("url", "where"), ("published", "on what date (EDTF)"), ("title", "the source's headline"),
        ("type", "as this source tells it"), ("date", "when it happened, by this source (EDTF)"),
        ("stance", "official, reported or rumoured"), ("polarity", "asserted or denied"),
        ("language", "BCP 47"), ("item", "the item's id, where a feed brought it"),
      ],
      select: """
        SELECT \(id("account.account")) AS id, \(id("account.event")) AS event,
          source.name AS source, \(told("mention.url")) AS url, account.published AS published,
          coalesce(\(told("mention.title")), \(told("event.title"))) AS title,
          account.type AS type, account.date AS date, account.stance AS stance,
          account.polarity AS polarity, account.language AS language, \(id("account.item")) AS item
        FROM account JOIN source USING(source) WHERE \(live)
        """),
    View(
      name: "measures", meaning: "What is claimed of metrics, one row a claim.",
      columns: [
        ("event", "the event's id"), ("mention", "the report's id"), ("actor", "of whom"),
        ("metric", "such as revenue"), ("value", "a number"), ("unit", "a currency or a unit"),
        ("first", "the first day that it is about"), ("last", "the last"),
        ("stance", "official, reported or rumoured"), ("polarity", "asserted or denied"),
      ],
      select: """
        SELECT \(id("account.event")) AS event, \(id("account.account")) AS mention,
          actor.name AS actor, measure.metric AS metric, measure.number AS value,
          measure.unit AS unit, \(day("measure.first")) AS first, \(day("measure.last")) AS last,
          account.stance AS stance, account.polarity AS polarity
        FROM measure JOIN account USING(row) JOIN actor USING(actor) WHERE \(live)
        """),
    View(
      name: "items", meaning: "What the feeds brought, one row an item as it was served last.",
      columns: [
        ("id", "its id"), ("recorded", "when the log learned of it"), ("feed", "the feed's title"),
        ("published", "when, by the feed"), ("title", "its title"), ("url", "its address"),
        ("language", "BCP 47"), ("text", "its summary and content"),
        ("revisions", "how often it came back changed"), ("events", "how many were made of it"),
      ],
      select: """
        SELECT \(id("item.item")) AS id, \(moment("item.item")) AS recorded, feed.title AS feed,
          coalesce(data ->> '$.current.published', data ->> '$.published') AS published,
          coalesce(data ->> '$.current.title', data ->> '$.title') AS title,
          coalesce(data ->> '$.current.url', data ->> '$.url') AS url,
          coalesce(data ->> '$.current.language', data ->> '$.language') AS language,
          coalesce(data ->> '$.current.content', data ->> '$.content',
            data ->> '$.current.summary', data ->> '$.summary') AS text,
          item.revisions AS revisions,
          (SELECT count(DISTINCT event) FROM account WHERE account.item = item.item AND \(live))
            AS events
        FROM item JOIN record ON record.position = item.state JOIN feed ON feed.feed = item.feed
        WHERE item.until IS NULL
        """),
    View(
      name: "phases", meaning: "What is said of the phases of sequences, one row a statement.",
      columns: [
        ("sequence", "its name"), ("phase", "its name"),
        ("kind", "phase.began, phase.ended or duration.stated"), ("date", "EDTF"),
        ("value", "the stated length"), ("unit", "of that"), ("source", "who says so"),
      ],
      select: """
        SELECT sequence, phase, kind, data ->> '$.date' AS date,
          CAST(data ->> '$.value' AS REAL) AS value, data ->> '$.unit' AS unit, source
        FROM phase JOIN record ON record.position = phase.record WHERE phase.until IS NULL
        """),
    View(
      name: "forecasts", meaning: "The ledger, one row a forecast that was not withdrawn.",
      columns: [
        ("id", "its id"), ("recorded", "when it was recorded"), ("forecaster", "who says so"),
        ("title", "what is forecast"), ("asOf", "the day from which it looks ahead"),
        ("probability", "the chance that was given"),
        ("verdict", "the kind of record that closed it"),
        ("resolved", "when that happened"), ("value", "what came about"),
      ],
      select: """
        SELECT \(id("forecast.forecast")) AS id, \(moment("forecast.forecast")) AS recorded,
          issue.data ->> '$.forecaster' AS forecaster, issue.data ->> '$.title' AS title,
          issue.data ->> '$.asOf' AS asOf, issue.data ->> '$.probability' AS probability,
          (SELECT name FROM record_type WHERE record_type.type = verdict.type) AS verdict,
          verdict.data ->> '$.date' AS resolved, verdict.data ->> '$.value' AS value
        FROM forecast JOIN record AS issue ON issue.position = forecast.forecast
        LEFT JOIN record AS verdict ON verdict.position = forecast.verdict
        WHERE forecast.until IS NULL
        """),
  ]

  /// Makes the views for one connection; the store's file stays as it is.
  static var statements: String {
    views.map { "CREATE TEMP VIEW \($0.name) AS \($0.select);" }.joined(separator: "\n")
  }
}
