import EventModel
import JSONText
package import Querying
import Rendering

/// What the addresses of a server answer. Answers of one state of the log are kept, so that asking again
/// costs nothing.
package final class Site {
  private let desk: Desk
  private let inquiries: [Inquiry]
  private let gate: Gate
  private let version: String
  private var kept: [String: HTTPResponse] = [:]
  private var keptBytes = 0
  private var keptTag = ""
  private var told: Int64?

  /// So much is kept at most.
  private static let mostBytes = 32 << 20

  package init(_ desk: Desk, inquiries: [Inquiry], gate: Gate, version: String) {
    self.desk = desk
    self.inquiries = inquiries
    self.gate = gate
    self.version = version
  }

  package func answer(_ request: HTTPRequest) -> HTTPResponse {
    if let refusal = gate.refusal(of: request) { return refusal }
    switch request.path {
    case "/follow": return follow()
    case "/style.css": return HTTPResponse(.ok, "text/css; charset=utf-8", SiteFiles.style)
    case "/follow.js": return HTTPResponse(.ok, "text/javascript; charset=utf-8", SiteFiles.script)
    default: break
    }
    do {
      let tag = try tag()
      if request.header("if-none-match")?.contains(tag) ?? false {
        return HTTPResponse(.notModified, "", [], headers: [("ETag", tag)])
      }
      if tag != keptTag { (kept, keptBytes, keptTag) = ([:], 0, tag) }
      if let kept = kept[request.target] { return kept }
      guard let view = try View(request, inquiries: inquiries) else {
        return HTTPResponse(.notFound, "there is nothing here; the first page is /")
      }
      let response = try answer(view, tag)
      keep(response, for: request.target)
      return response
    } catch {
      return refusal(error, asJSON: request.path.hasPrefix("/api/"))
    }
  }

  /// What those who follow are told when the log has grown; nil where it has not.
  package func news() -> [UInt8]? {
    guard let head = try? desk.head().position, head != told else { return nil }
    defer { told = head }
    return told == nil ? nil : Site.event(head)
  }

  private func follow() -> HTTPResponse {
    guard let head = try? desk.head().position else { return HTTPResponse(.unavailable) }
    var response = HTTPResponse(
      .ok, "text/event-stream", Array("retry: 2000\n".utf8) + Site.event(head))
    response.isFollowing = true
    return response
  }

  private static func event(_ head: Int64) -> [UInt8] {
    Array("event: head\ndata: \(head)\n\n".utf8)
  }

  /// What answers depend on: the log, and the day that “last month” is counted from.
  private func tag() throws -> String {
    let head = try desk.head()
    return "\"\(head.position)-\(head.hash.description.prefix(16))-\(desk.today())\""
  }

  private func answer(_ view: View, _ tag: String) throws -> HTTPResponse {
    let document = try desk.answer(view.inquiry, view.values, view.asOf)
    let headers = [("ETag", tag)]
    switch view.form {
    case .page:
      let saved = try desk.answer(.savedQueries, [:], nil).rows.compactMap { $0["name"]?.string }
      let page = ViewPage(view, document, saved: saved, inquiries: inquiries, version: version)
      return HTTPResponse(.ok, "text/html; charset=utf-8", page.bytes, headers: headers)
    case .format(let format):
      guard format.shows(document), let writer = format.writer else {
        let names = FormatName.served.filter { $0.shows(document) }.map(\.rawValue)
        return HTTPResponse(
          .notFound, "this has no .\(format.rawValue); it has .\(names.joined(separator: ", ."))")
      }
      let text = Array(writer.text(document).utf8)
      return HTTPResponse(.ok, format.mediaType ?? "text/plain", text, headers: headers)
    }
  }

  private func keep(_ response: HTTPResponse, for target: String) {
    guard response.status == .ok, response.body.count <= Site.mostBytes / 4 else { return }
    if keptBytes + response.body.count > Site.mostBytes || kept.count >= 1024 {
      (kept, keptBytes) = ([:], 0)
    }
    kept[target] = response
    keptBytes += response.body.count
  }

  private func refusal(_ error: any Error, asJSON: Bool) -> HTTPResponse {
    let refusal = desk.explain(error)
    let status: HTTPStatus =
      switch refusal.kind {
      case .usage: .badRequest
      case .nothing: .notFound
      case .busy: .unavailable
      case .failure: .failure
      }
    let message = SafeText.line(refusal.message)
    let hint = refusal.hint.map(SafeText.line)
    guard asJSON else {
      return HTTPResponse(status, [message, hint].compactMap(\.self).joined(separator: "\n"))
    }
    let json = JSON.object([
      "error": .object([
        "code": .number(Int64(status.rawValue)), "message": .string(message),
        "hint": hint.map(JSON.string) ?? .null,
      ]), "schema": "annals.error/1",
    ])
    return HTTPResponse(status, "application/json", Array((json.text + "\n").utf8))
  }
}
