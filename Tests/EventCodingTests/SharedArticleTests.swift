import EventModel
import Testing

@testable import EventCoding

@Suite(.enabled(if: SharedArticle.text != nil, "no ../shared/article.txt beside the package"))
struct SharedArticleTests {
  private let text: String
  private let events: [Event]

  init() throws {
    text = try #require(SharedArticle.text)
    events = SharedArticleTests.code(text)
  }

  private static func code(_ content: String) -> [Event] {
    EventCoder().code(
      ItemText(
        title: "同样是做大模型的科技公司,为啥差距这么大呢?", content: content,
        published: CivilDay("2023-05-15")!, source: "OFweek")
    ).events
  }

  @Test func `codes sixty-five of the facts`() {
    let missed = SharedArticle.facts.filter { fact in !events.contains { fact.isStated(by: $0) } }
    #expect(SharedArticle.facts.count - missed.count >= 65, "missed: \(missed)")
  }

  @Test func `codes at most eight events that are none of the facts`() {
    let spurious = events.filter { event in
      !SharedArticle.facts.contains { $0.isStated(by: event) }
    }
    #expect(spurious.count <= 8, "\(spurious.map { "\($0.type.rawValue): \($0.title)" })")
  }

  @Test func `codes nothing from the furniture of the page`() throws {
    let end = try #require(text.firstRange(of: "原文标题")).lowerBound
    #expect(SharedArticleTests.code(String(text[end...])).isEmpty)
  }
}
