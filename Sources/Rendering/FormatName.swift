/// The formats that `-O` takes.
public enum FormatName: String, Sendable, CaseIterable {
  case table, json, jsonl, csv, tsv, md, cloudevents
}
