import EventModel
import Foundation
import Querying

/// A page of HTML that holds everything it needs: its policy lets it load nothing, and run nothing but
/// the script that it came with.
package struct Page: Sendable {
  /// Nil for what is served and has no name.
  package let name: String?
  package let title: String
  let body: [Node]

  package var bytes: [UInt8] {
    let head: [Node] = [
      Node("meta", [Attribute("charset", "utf-8")]),
      Node(
        "meta",
        [
          Attribute("http-equiv", "Content-Security-Policy"), Attribute("content", Page.policy),
        ]),
      Node(
        "meta",
        [
          Attribute("name", "viewport"), Attribute("content", "width=device-width,initial-scale=1"),
        ]),
      Node("meta", [Attribute("name", "referrer"), Attribute("content", "no-referrer")]),
      Node("title", [], title), PageStyle.node,
    ]
    var out = Array("<!doctype html>\n".utf8)
    Node(
      "html", [Attribute("lang", "en")],
      [Node("head", [], head), Node("body", [], body + [PageScript.node])]
    ).write(to: &out)
    return out + [0x0A]
  }

  /// Nothing is loaded, sent or framed; styles and the script are those with these hashes.
  package static let policy =
    "default-src 'none'; style-src \(hash(PageStyle.sheet)) \(hash(ChartStyle.sheet)); "
    + "script-src \(hash(PageScript.source)); base-uri 'none'; form-action 'none'"

  /// What a policy names a style or a script by.
  package static func hash(_ text: StaticString) -> String {
    "'sha256-\(Data(Digest(ofText: text.description).bytes).base64EncodedString())'"
  }
}
