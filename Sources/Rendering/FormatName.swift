import JSONText
package import Querying

/// The formats that `-O` takes.
package enum FormatName: String, Sendable, CaseIterable {
  case table, tsv, csv, json, jsonl, md, html, svg, ics, atom, jsonfeed, timelinejs
  case vegaLite = "vega-lite"
  case cloudevents
}

extension FormatName {
  /// The contracts of the answers that it can show; nil where it shows every answer.
  package var schemas: Set<String>? {
    switch self {
    case .table, .tsv, .csv, .json, .jsonl, .md, .html: nil
    case .svg: Figure.schemas
    case .ics, .atom, .jsonfeed, .timelinejs: Entry.schemas
    case .vegaLite: VegaLiteFormat.schemas
    case .cloudevents: []
    }
  }

  /// What writes it; nil where that hangs on the terminal, and for the log itself, which is no answer.
  package var writer: (any Format)? {
    switch self {
    case .table, .cloudevents: nil
    case .tsv: SeparatedFormat.tsv
    case .csv: SeparatedFormat.csv
    case .json: JSONFormat()
    case .jsonl: JSONLinesFormat()
    case .md: MarkdownFormat()
    case .html: HTMLFormat()
    case .svg: SVGFormat()
    case .ics: CalendarFormat()
    case .atom: AtomFormat()
    case .jsonfeed: JSONFeedFormat()
    case .timelinejs: TimelineJSFormat()
    case .vegaLite: VegaLiteFormat()
    }
  }

  package func shows(_ document: Document) -> Bool {
    schemas?.contains(document.json["schema"]?.string ?? "") ?? true
  }
}
