/// An attribute that ``HTMLPolicy`` allows.
struct HTMLAttribute: Sendable {
  enum Role: Sendable { case plain, link, style, keyword }

  let name: StaticString
  let role: Role
  /// Place in the alphabet, in which attributes are written.
  let rank: Int

  static let table: NameTable<HTMLAttribute> = {
    var table = NameTable<HTMLAttribute>()
    for (rank, name) in HTMLPolicy.attributes.enumerated() {
      let role: Role =
        if name.isEqual("style") {
          .style
        } else if HTMLPolicy.links.contains(where: { $0.isEqual(name) }) {
          .link
        } else if name.isEqual("rel") || name.isEqual("type") { .keyword } else { .plain }
      table.insert(HTMLAttribute(name: name, role: role, rank: rank), for: name)
    }
    return table
  }()
}
