/// The formats that `-O` takes.
package enum FormatName: String, Sendable, CaseIterable {
  case table, json, jsonl, csv, tsv, md, svg, cloudevents
}
