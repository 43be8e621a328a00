/// A node of HTML or SVG. Text stays text: it is escaped where it is written, so that nothing from a feed
/// can become markup, whatever it says.
package indirect enum Node: Sendable {
  case text(String)
  case element(StaticString, [Attribute], [Node])
  /// A style sheet or a script of our own, written as it is.
  case raw(StaticString, StaticString)

  package init(_ name: StaticString, _ attributes: [Attribute] = [], _ children: [Node] = []) {
    self = .element(name, attributes, children)
  }

  package init(_ name: StaticString, _ attributes: [Attribute] = [], _ text: String) {
    self = .element(name, attributes, [.text(text)])
  }
}

/// An attribute of an element. Addresses are given as a ``Link`` alone.
package struct Attribute: Sendable {
  let name: StaticString
  let value: String

  package init(_ name: StaticString, _ value: String) {
    precondition(!Attribute.guarded.contains(name.description), "takes no text: \(name)")
    (self.name, self.value) = (name, value)
  }

  /// A measure, to a hundredth.
  package init(_ name: StaticString, _ value: Double) {
    let rounded = (value * 100).rounded() / 100
    self.init(name, rounded == rounded.rounded() ? "\(Int(rounded))" : "\(rounded)")
  }

  /// One that is there or not, as `hidden`.
  package init(_ name: StaticString) { self.init(name, "") }

  package static func `class`(_ names: StaticString) -> Attribute {
    Attribute("class", names.description)
  }

  package static func href(_ link: Link) -> Attribute { Attribute("href", link) }

  package static func source(_ link: Link) -> Attribute { Attribute("src", link) }

  private init(_ name: StaticString, _ link: Link) { (self.name, value) = (name, link.address) }

  private static let guarded: Set = ["href", "src", "style", "action", "srcdoc", "xlink:href"]
}
