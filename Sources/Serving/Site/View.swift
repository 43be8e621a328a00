import Querying
import Rendering

/// What an address asks for: a question, what is said with it, and in which form.
///
///     /timeline?query=actor:OpenAI&period=2023      a page
///     /events.json?query=type:funding&limit=100     a format
///     /api/compare?metric=revenue                   the contract of the question's JSON
///     /event/22f02e41, /forecast/nlp.svg            what is named stands in the path
struct View {
  enum Form: Equatable {
    case page
    case format(FormatName)
  }

  let inquiry: Inquiry
  let values: [String: [String]]
  let asOf: String?
  let form: Form
  /// Without the form's ending.
  let path: String
  /// The parameter whose value stands in the path.
  let nameInPath: String?
  let limit: Int

  /// So many rows are shown at once where nobody says, and at most so many.
  static let usual = 100
  static let most = 1000

  /// Questions that are asked by a path of their own, with the parameter that stands in it.
  private static let named: [String: (inquiry: Inquiry, parameter: String)] = [
    "event": (.show, "event"), "forecast": (.forecast, "sequence"), "phases": (.phases, "sequence"),
    "story": (.story, "name"),
  ]

  /// Nil where nothing is there. Throws a ``QueryError`` for a limit that is none.
  init?(_ request: HTTPRequest, inquiries: [Inquiry]) throws(QueryError) {
    var words = request.path.split(separator: "/").map(String.init)
    let isAPI = words.first == "api"
    if isAPI { words.removeFirst() }
    guard words.count <= 2 else { return nil }
    let (stem, format) = View.form(of: words.last ?? "")
    if !words.isEmpty { words[words.count - 1] = stem }
    guard !isAPI || format == nil || format == .json, !(isAPI && words.isEmpty) else { return nil }
    form = isAPI ? .format(.json) : format.map(Form.format) ?? .page
    path = "/" + words.joined(separator: "/")
    var values: [String: [String]] = [:]
    switch words.count {
    case 0:
      inquiry = .log
      nameInPath = nil
    case 1:
      let name = words[0] == "events" ? "log" : words[0]
      guard let asked = inquiries.first(where: { View.name($0) == name }) else { return nil }
      inquiry = asked
      nameInPath = nil
    default:
      guard let named = View.named[words[0]] else { return nil }
      inquiry = named.inquiry
      nameInPath = named.parameter
      values[named.parameter] = [words[1]]
    }
    for (name, value) in request.query where !value.isEmpty {
      values[name, default: []].append(value)
    }
    asOf = values.removeValue(forKey: "as-of")?.first
    // A saved query, from the list of the page.
    if let saved = values.removeValue(forKey: "saved")?.first {
      values["query", default: []].append("saved:\(saved)")
    }
    limit = try View.limit(values["limit"]?.first)
    values["limit"] = inquiry.parameters.contains { $0.name == "limit" } ? ["\(limit)"] : nil
    self.values = values
  }

  private static func limit(_ text: String?) throws(QueryError) -> Int {
    guard let text else { return usual }
    guard let limit = Int(text), 1...most ~= limit else {
      throw QueryError("limit: “\(text)” is no whole number from 1 to \(most)")
    }
    return limit
  }

  /// `forecast list` is asked at `/forecast-list`.
  static func name(_ inquiry: Inquiry) -> String { inquiry.name.replacing(" ", with: "-") }

  /// `nlp.svg` is the drawing of `nlp`; an ending that is no form belongs to the name.
  private static func form(of word: String) -> (stem: String, format: FormatName?) {
    guard let dot = word.lastIndex(of: "."),
      let format = FormatName(rawValue: String(word[word.index(after: dot)...])),
      format.mediaType != nil
    else { return (word, nil) }
    return (String(word[..<dot]), format)
  }
}
