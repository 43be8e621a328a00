/// Authors and categories.
extension FeedBuilder {
  mutating func openAuthor() {
    scopes.inAuthor = true
    guard !scopes.isElsewhere else { return }
    if scopes.inItem { item.authors.append(Author()) } else { feed.authors.append(Author()) }
  }

  mutating func amendAuthor(_ change: (inout Author) -> Void) {
    guard scopes.inAuthor, !scopes.inContributor, !scopes.inPublisher, !scopes.isElsewhere else {
      return
    }
    if scopes.inItem {
      if !item.authors.isEmpty { change(&item.authors[item.authors.count - 1]) }
    } else if !feed.authors.isEmpty {
      change(&feed.authors[feed.authors.count - 1])
    }
  }

  mutating func closeAuthor(_ text: String?) {
    if let text { amendAuthor { if $0.isEmpty { $0 = AuthorText.parse(text) } } }
    scopes.inAuthor = false
    if item.authors.last?.isEmpty == true { item.authors.removeLast() }
    if feed.authors.last?.isEmpty == true { feed.authors.removeLast() }
  }

  mutating func openCategory(_ attributes: XMLAttributes, scheme: String?) {
    categoryIsOpen = false
    guard attributes.count > 0 || scheme != nil else { return }
    let scheme = attributes.value("scheme") ?? attributes.value("domain") ?? scheme
    addCategory(
      Category(
        term: attributes.value("term"), scheme: scheme, label: attributes.value("label")))
  }

  mutating func openITunesCategory(_ attributes: XMLAttributes) {
    addCategory(Category(term: attributes.value("text"), scheme: "http://www.itunes.com/"))
  }

  mutating func closeCategory(_ text: String?) {
    defer { categoryIsOpen = false }
    guard let text else { return }
    guard categoryIsOpen else { return addCategory(Category(term: text)) }
    if scopes.inItem {
      Self.complete(&item.categories, with: text)
    } else {
      Self.complete(&feed.categories, with: text)
    }
  }

  /// A category whose attributes named only its scheme has its term as text.
  private static func complete(_ categories: inout [Category], with term: String) {
    guard let last = categories.indices.last, categories[last].term == nil else {
      return categories.append(Category(term: term))
    }
    categories[last].term = term
  }

  mutating func addKeywords(_ text: String?, scheme: String?) {
    for term in (text ?? "").split(separator: ",").map(\.trimmed) where !term.isEmpty {
      addCategory(Category(term: term, scheme: scheme))
    }
  }

  private mutating func addCategory(_ category: Category) {
    guard !scopes.isElsewhere, category != Category(term: nil) else { return }
    categoryIsOpen =
      scopes.inItem
      ? Self.add(category, to: &item.categories) : Self.add(category, to: &feed.categories)
  }

  /// Whether the category was new; a thousand are more than anybody means.
  private static func add(_ category: Category, to categories: inout [Category]) -> Bool {
    guard categories.count < 1000, !categories.contains(category) else { return false }
    categories.append(category)
    return true
  }
}
