import EventModel
import Testing

@Suite struct RedactionTests {
  static let addresses = [
    ("http://bob:hunter2@h/f", "http://h/f"),
    ("https://bob@h/f", "https://h/f"),
    ("https://a@b:c@h/f", "https://h/f"),
    ("https://h/f?token=abc", "https://h/f?token=REDACTED"),
    ("https://h/f?a=1&Access-Token=abc&b=2#x", "https://h/f?a=1&Access-Token=REDACTED&b=2#x"),
    ("https://h/f?key=news", "https://h/f?key=REDACTED"),
    ("https://h/f?sig=a,b;c(d)", "https://h/f?sig=REDACTED"),
    ("https://h/f?keyword=news&monkey=1&token=", "https://h/f?keyword=news&monkey=1&token="),
    ("https://h/@bob/f?to=a@b", "https://h/@bob/f?to=a@b"),
    ("https://h/f#access_token=x", "https://h/f#access_token=REDACTED"),
    ("A feed's title: who @ where?", "A feed's title: who @ where?"),
    ("", ""), ("https://", "https://"), ("://@", "://@"), ("https://@", "https://@"), ("=", "="),
  ]

  @Test(arguments: addresses)
  func `the address of a feed loses what is secret and nothing else`(
    address: String, shown: String
  ) {
    #expect(Redaction.address(address) == shown)
    #expect(Redaction.address(shown) == shown)
    #expect(FeedSecrets(of: address).whole(shown) == address)
  }

  static let texts = [
    (
      "cannot reach https://bob:x@h/f, nor https://h/f?token=a%20b&n=1.",
      "cannot reach https://h/f, nor https://h/f?token=REDACTED&n=1.", 2
    ),
    (
      #"{"url":"https://h/?api_key=k\"","feed":"http://u:p@h"}"#,
      #"{"url":"https://h/?api_key=REDACTED\"","feed":"http://h"}"#, 2
    ),
    ("(see /feed?password=p)", "(see /feed?password=REDACTED)", 1),
    ("postgres://u:p@db and git://git@host", "postgres://db and git://git@host", 1),
    (
      "https://h/?key=5 and https://h/?key=a1b2c3", "https://h/?key=5 and https://h/?key=REDACTED",
      1
    ),
    ("mail bob@h: 1+1=2, x=y; token = z", "mail bob@h: 1+1=2, x=y; token = z", 0),
    ("https://h/?token=REDACTED", "https://h/?token=REDACTED", 0),
    ("https://例子.example/路径?token=密", "https://例子.example/路径?token=密", 0),
  ]

  @Test(arguments: texts)
  func `a text keeps all but the secrets of the addresses in it`(
    text: String, cleaned: String, count: Int
  ) {
    #expect(Redaction.text(text) == cleaned)
    #expect(Redaction.count(in: text) == count)
    #expect(Redaction.count(in: cleaned) == 0)
  }

  @Test func `what a person types may lack the scheme`() {
    #expect(Redaction.typed("bob:hunter2@example.org/feed") == "example.org/feed")
    #expect(Redaction.typed("example.org/feed?token=x") == "example.org/feed?token=REDACTED")
    #expect(Redaction.typed("TechCrunch") == "TechCrunch")
  }

  @Test func `a value that was left out is missed`() {
    #expect(FeedSecrets(of: "https://h/?token=REDACTED").isEmpty)
    #expect(FeedSecrets().whole("https://h/?token=REDACTED") == nil)
  }

  @Test func `secrets are named, not told`() {
    let address = "https://bob:hunter2@h/?a=1&token=t&api_key=k"
    let secrets = FeedSecrets(of: address, headers: ["Authorization: Bearer b"])
    #expect(
      secrets.names(in: Redaction.address(address)) == [
        "password", "token", "api_key", "Authorization",
      ])
  }

  /// Any mixture of the pieces that addresses are made of.
  @Test func `what was taken out of an address is put back`() {
    let pieces = [
      "https://", "bob", ":", "@", "h", "/", "?", "&", "token=", "key=", "x", "#", ";", "=", "é",
    ]
    var random = Seeded(7)
    for _ in 0..<20_000 {
      let address = (0..<Int.random(in: 1...12, using: &random))
        .map { _ in pieces.randomElement(using: &random)! }.joined()
      let shown = Redaction.address(address)
      #expect(Redaction.address(shown) == shown, "\(address)")
      #expect(FeedSecrets(of: address).whole(shown) == address)
      _ = Redaction.text(address)
    }
  }

  @Test(arguments: ["?key=", "://", "https://a", "=", "@", "&token=", "https://h?sig=a1"])
  func `a text of nothing but beginnings is read`(beginning: String) {
    let text = String(repeating: beginning, count: (1 << 17) / beginning.utf8.count)
    #expect(Redaction.count(in: Redaction.text(text)) == 0)
  }

  @Test func `an item loses what the address of its feed keeps secret`() {
    let secrets = FeedSecrets(
      of: "https://bob:hunter2@h/f?key=news&token=0123456789abcdef",
      headers: ["X-Key: s3cr3ts3cr3t"])
    let item = ItemObservation(
      feed: "https://bob:hunter2@h/f?key=news", feedTitle: "news", key: "id:https://h/1?key=news",
      aliases: ["url:h/1?key=77"], url: "https://bob:hunter2@h/1?t=0123456789abcdef",
      title: "news of hunter2", summary: "curl -H s3cr3ts3cr3t", content: "see 0123456789abcdef")
    let cleaned = item.without(secrets)
    #expect(cleaned.feed == "https://h/f?key=REDACTED")
    #expect(cleaned.feedTitle == "news" && cleaned.title == "news of hunter2")
    #expect(cleaned.key == "id:https://h/1?key=REDACTED")
    #expect(cleaned.aliases == ["url:h/1?key=77"])
    #expect(cleaned.url == "https://h/1?t=REDACTED")
    #expect(cleaned.summary == "curl -H REDACTED" && cleaned.content == "see REDACTED")
    #expect(item.without(FeedSecrets()).url == item.url)
  }
}

private struct Seeded: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    let mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    return mixed ^ (mixed >> 27)
  }
}
