import LoopbackServer
import Testing

/// Tests of a person who follows the feeds of a site.
protocol FollowingSuite {
  var person: Person { get }
  var site: Site { get }
  var server: LoopbackServer { get }
}

extension FollowingSuite {
  func follow(_ target: String = "/feed") {
    let (code, _, error) = person.run("feed", "add", server.url(target), "--allow-private")
    #expect(code == 0, "\(error)")
  }

  /// Polls all feeds and gives the outcomes, sorted.
  func fetch() -> String {
    person.wait(hours: 1)
    return person.run("fetch", "--all", "--allow-private").output
      .split(separator: "\n").sorted().map { $0 + "\n" }.joined()
  }
}

extension Site {
  static var ofTwoItems: Site { Site(["/feed": .answer(text: feed(["one", "two"]))]) }
}
