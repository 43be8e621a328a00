package import JSONText
package import Querying

/// The Model Context Protocol (modelcontextprotocol.io), read-only: messages in, messages out. JSON-RPC 2.0;
/// how messages travel is somebody else's.
package struct MCPServer {
  private let desk: Desk
  private let tools: [Tool]
  private let version: String

  /// The revisions of the protocol that begin with `initialize`, the newest last.
  private static let revisions = ["2024-11-05", "2025-03-26", "2025-06-18", "2025-11-25"]

  package static let inquiries: [Inquiry] = [
    .timeline, .search, .show, .compare, .trend, .phases, .forecast, .story, .coverage,
  ]

  package init(_ desk: Desk, version: String) {
    self.desk = desk
    self.version = version
    tools = MCPServer.inquiries.map(Tool.init)
  }

  /// The answer to a message; nil for one that wants none.
  package func reply(to message: JSON) -> JSON? {
    guard let method = message["method"]?.string, message["jsonrpc"] == "2.0" else {
      // What answers a request of ours, of which there are none, is passed over.
      let isAnswer = message["result"] != nil || message["error"] != nil
      return isAnswer ? nil : MCPServer.error(.invalidRequest, "no request", id: message["id"])
    }
    guard let id = message["id"] else { return nil }
    let params = message["params"] ?? .object([])
    switch method {
    case "initialize": return result(initialization(params), id: id)
    case "ping": return result(.object([]), id: id)
    case "tools/list":
      return result(.object(["tools": .array(tools.map(\.json))]), id: id)
    case "tools/call": return call(params, id: id)
    default: return MCPServer.error(.methodNotFound, "there is no method \(method)", id: id)
    }
  }

  /// The answer to what is no JSON.
  package static func unreadable(_ reason: String) -> JSON {
    error(.parseError, reason, id: .null)
  }

  private func initialization(_ params: JSON) -> JSON {
    let asked = params["protocolVersion"]?.string ?? ""
    return .object([
      "protocolVersion": .string(
        MCPServer.revisions.contains(asked) ? asked : MCPServer.revisions.last!),
      "capabilities": .object(["tools": .object(["listChanged": false])]),
      "serverInfo": .object(["name": "annals", "version": .string(version)]),
      "instructions": .string(MCPServer.instructions),
    ])
  }

  private static let instructions = """
    annals answers from a log of industry events: what happened (timeline, search, show, story), what is \
    claimed of metrics (compare, trend), how long phases last and when the open one may end (phases, \
    forecast), and until when the log knows (coverage). Nothing can be written. A query has keys: \
    actor:OpenAI type:funding stance:official metric:revenue amount:>1B lang:zh source:NAME tag:WORD \
    saved:NAME not:KEY:VALUE, and words that are searched for. Every event has an id to cite; its sources, \
    stance (official, reported, rumoured) and the day for which the answer holds (asOf) stand beside it. \
    Silence after the day that coverage names says nothing. \(Fence.notice)
    """

  private func call(_ params: JSON, id: JSON) -> JSON {
    let name = params["name"]?.string ?? ""
    guard let tool = tools.first(where: { $0.name == name }) else {
      return MCPServer.error(
        .invalidParams,
        "there is no tool “\(name)”; the tools are \(tools.map(\.name).joined(separator: ", "))",
        id: id)
    }
    let arguments = params["arguments"] ?? .object([])
    guard arguments.members != nil || arguments.isNull else {
      return MCPServer.error(.invalidParams, "arguments are no object", id: id)
    }
    do {
      let answer = try tool.answer(arguments, at: desk)
      return result(content(answer, isError: false), id: id)
    } catch {
      let refusal = desk.explain(error)
      let told = JSON.object([
        "error": .object([
          "message": .string(refusal.message),
          "hint": refusal.hint.map { .string(Fence.quoted($0)) },
        ])
      ])
      return result(content(told, isError: true), id: id)
    }
  }

  /// An answer as an object, and as its text for clients that know no objects.
  private func content(_ answer: JSON, isError: Bool) -> JSON {
    .object([
      "content": .array([.object(["type": "text", "text": .string(answer.text)])]),
      "structuredContent": isError ? nil : answer, "isError": .bool(isError),
    ])
  }

  private func result(_ result: JSON, id: JSON) -> JSON {
    .object(["jsonrpc": "2.0", "id": id, "result": result])
  }

  /// Of JSON-RPC 2.0 §5.1.
  private enum Code: Int64 {
    case parseError = -32700
    case invalidRequest = -32600
    case methodNotFound = -32601
    case invalidParams = -32602
  }

  private static func error(_ code: Code, _ message: String, id: JSON?) -> JSON {
    .object([
      "jsonrpc": "2.0", "id": id ?? .null,
      "error": .object(["code": .number(code.rawValue), "message": .string(message)]),
    ])
  }
}
