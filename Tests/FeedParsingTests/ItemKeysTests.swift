import FeedParsing
import Testing

@Suite struct ItemKeysTests {
  private func item(_ id: String?, _ title: String, url: String? = nil) -> Item {
    var item = Item()
    item.id = id
    item.title = TextConstruct(title)
    item.url = url
    item.published = FeedDate("2024-03-05")
    return item
  }

  @Test func `the id comes first, then the address, then the title with its date`() {
    let keys = ItemKeys.of([item("7", "Iron", url: "https://www.Foundry.example/a/?utm_source=x#y")]
    )
    #expect(keys == [["id:7", "url:foundry.example/a", "title:Iron@2024-03-05"]])
  }

  @Test func `an id that loses its trailing slash leaves the address the same`() {
    let before = ItemKeys.of([item("https://foundry.example/a/", "Iron")])[0]
    let after = ItemKeys.of([item("https://foundry.example/a", "Steel")])[0]
    #expect(before[0] != after[0])
    #expect(!Set(before).isDisjoint(with: after))
  }

  @Test func `a feed whose ids repeat is not trusted with ids`() {
    let items = (0..<20).map { item("same", "Title \($0)", url: "https://foundry.example/\($0)") }
    #expect(!ItemKeys.areIDsTrusted(items))
    #expect(ItemKeys.of(items)[3].first == "url:foundry.example/3")
  }

  @Test func `one bad id in twenty is forgiven`() {
    let items = (0..<20).map { item($0 == 0 ? nil : "\($0)", "Title \($0)") }
    #expect(ItemKeys.areIDsTrusted(items))
  }

  @Test func `the feed's home page and an id that says there is none are no names`() {
    let items = [item("N/A", "Iron", url: "http://foundry.example"), item("2", "Steel")]
    #expect(
      ItemKeys.of(items, home: "https://www.foundry.example/")[0] == ["title:Iron@2024-03-05"])
  }

  @Test(arguments: [
    ("https://foundry.example/a#v2", "foundry.example/a#v2"),
    ("https://foundry.example/a?from=2026-11-16&b=1", "foundry.example/a?from=2026-11-16&b=1"),
    ("https://foundry.example/a?from=rss", "foundry.example/a"),
    ("https://foundry.example/a?source=rss---blog#:~:text=Iron", "foundry.example/a"),
    ("https://foundry.example/a#xtor=RSS-1", "foundry.example/a"),
  ])
  func `an exact address keeps what may be the page`(_ address: String, _ key: String) {
    #expect(AddressKey.exact(address) == key)
  }

  @Test func `a name that two items bear is no name`() {
    let items = [item("1", "Daily"), item("2", "Daily")]
    #expect(ItemKeys.of(items) == [["id:1"], ["id:2"]])
  }

  @Test(arguments: [
    ("https://foundry.example/a?b=1&utm_medium=rss&c=2", "foundry.example/a?b=1&c=2"),
    ("http://user@FOUNDRY.example:80/A/", "foundry.example/A"),
    ("//foundry.example", "//foundry.example"),
    ("", ""), ("?", ""), ("#", ""), ("https://", ""),
  ])
  func `an address key keeps what names the page`(_ address: String, _ key: String) {
    #expect(AddressKey.of(address) == key)
  }

  @Test func `a revision names the fields a reader would see change`() {
    let old = item("1", "Iron", url: "https://foundry.example/a")
    var new = item("2", "Steel", url: "http://foundry.example/a/")
    new.summary = TextConstruct("<p>Hot</p>", kind: .html)
    #expect(ItemField.changes(from: old, to: new) == [.title, .summary])
    new.title = TextConstruct("<i>Iron</i>", kind: .html)
    new.summary = nil
    #expect(ItemField.changes(from: old, to: new) == [])
  }

  @Test func `an item may be revised twenty-four times`() {
    #expect(RevisionBudget.standard.allows(after: 23))
    #expect(!RevisionBudget.standard.allows(after: 24))
  }
}
