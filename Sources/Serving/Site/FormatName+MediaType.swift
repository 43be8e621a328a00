import Rendering

extension FormatName {
  /// The type as which an answer is served in this form; nil for forms that are not.
  var mediaType: String? {
    switch self {
    case .json, .vegaLite, .timelinejs: "application/json"
    case .csv: "text/csv; charset=utf-8"
    case .tsv: "text/tab-separated-values; charset=utf-8"
    case .md: "text/markdown; charset=utf-8"
    case .atom: "application/atom+xml"
    case .ics: "text/calendar; charset=utf-8"
    case .jsonfeed: "application/feed+json"
    case .svg: "image/svg+xml"
    case .table, .jsonl, .html, .cloudevents: nil
    }
  }

  static let served = allCases.filter { $0.mediaType != nil }
}
