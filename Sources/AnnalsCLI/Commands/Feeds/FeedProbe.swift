import EventModel
import FeedFetching
import FeedParsing

/// Asks addresses whether they are feeds, with what belongs to the one that was typed.
struct FeedProbe {
  let options: FetchOptions
  let headers: [String]
  let asked: FeedURL
  let surroundings: Surroundings

  /// Why there is no answer.
  struct Unanswered: Error {
    let reason: String
    /// Whether nobody speaks the protocol there.
    let isConnection: Bool
  }

  /// What came of looking at links.
  struct Sighting {
    var feeds: [FoundFeed] = []
    /// Why others are none, a line each.
    var faults: [String] = []
    /// Whether one of them could not be loaded.
    var isUnreachable = false
  }

  /// Fetches what links lead to, each address once, the first `most` of them.
  func look(at links: [FeedLink], from root: FeedURL, most: Int) throws -> Sighting {
    var sighting = Sighting()
    var targets: [(url: FeedURL, title: String?)] = []
    for link in links where targets.count < most {
      do {
        let url = try FeedURL(link.url, relativeTo: root)
        if !targets.contains(where: { $0.url == url }) { targets.append((url, link.title)) }
      } catch  where sighting.faults.count < most {
        sighting.faults.append("\(Redaction.typed(link.url)): \(error)")
      } catch {}
    }
    let answers = try ask(targets.map(\.url)) { response, index in
      FoundFeed(
        response, at: targets[index].url, asked: asked, label: targets[index].title)
    }
    for (target, answer) in zip(targets, answers) {
      switch answer {
      case .success(let feed?): sighting.feeds.append(feed)
      case .success(nil): sighting.faults.append("\(target.url.shown): it is no feed")
      case .failure(let failure):
        sighting.faults.append("\(target.url.shown): \(failure.reason)")
        sighting.isUnreachable = true
      }
    }
    return sighting
  }

  /// What is made of the answers, in the order of the addresses.
  func ask<Made>(
    _ urls: [FeedURL], _ make: (Response, Int) -> Made
  ) throws -> [Result<Made, Unanswered>] {
    let interrupted = Unanswered(reason: "interrupted", isConnection: false)
    var answers = urls.map { _ in Result<Made, Unanswered>.failure(interrupted) }
    let requests = urls.map { url in
      FetchRequest(url, headers: url.isTrusted(by: asked) ? headers : [], acceptsPages: true)
    }
    let fetcher = try Fetcher(options, clock: surroundings.clock)
    try fetcher.run(requests, isInterrupted: surroundings.isInterrupted) { index, result in
      switch Judgement(result, now: surroundings.now) {
      case .unread(let response): answers[index] = .success(make(response, index))
      case .settled(let outcome):
        let isConnection =
          if case .failed(let failure) = result { failure.isOfConnection } else { false }
        answers[index] = .failure(
          Unanswered(reason: "\(outcome)", isConnection: isConnection))
      }
    }
    return answers
  }
}
