import EventModel
import FeedFetching
import FeedParsing
import Rendering

/// Finds the feeds behind an address: the feed itself, those that a page names, or those at the usual
/// places.
struct FeedDiscovery {
  struct Found {
    let url: String
    let title: String
    let site: String?
  }

  let options: FetchOptions
  let headers: [String]
  let surroundings: Surroundings

  private static let usualPaths = [
    "/feed", "/rss", "/feed.xml", "/rss.xml", "/atom.xml", "/index.xml", "/feed.json",
  ]

  /// At least one feed.
  func feeds(at address: String) throws -> [Found] {
    let (page, asked): (Response, FeedURL)
    do {
      asked = try FeedURL(address)
      page = try get([asked])[0].get()
    } catch {
      throw Failure(
        .network, "\(Redaction.typed(address)): \((error as? Failure)?.message ?? "\(error)")")
    }
    if let feed = found(page, asked) { return [feed] }
    let links = FeedLink.all(in: page.body)
    let base = try FeedURL(page.url)
    if !links.isEmpty {
      return links.compactMap { link in
        (try? FeedURL(link.url, relativeTo: base)).map {
          Found(url: $0.text, title: SafeText.line(link.title ?? $0.shown), site: page.url)
        }
      }
    }
    let places = try FeedDiscovery.usualPaths.map { try FeedURL($0, relativeTo: base) }
    for (place, answer) in zip(places, try get(places)) {
      if let response = try? answer.get(), let feed = found(response, place) { return [feed] }
    }
    throw Failure(
      .no, "\(address) is no feed, and the page names none",
      hint: "look for a link called RSS, Atom or feed on the site")
  }

  private func found(_ response: Response, _ asked: FeedURL) -> Found? {
    guard
      let feed = try? FeedParser.parse(
        response.body, contentType: response.headers["content-type"], baseURL: response.url)
    else { return nil }
    let title = feed.title.map { SafeText.line($0.plainText) } ?? ""
    return Found(
      url: response.permanentURL ?? asked.text,
      title: title.isEmpty ? response.url : title, site: feed.url)
  }

  /// The answers in the order of the addresses; a failure is a sentence.
  private func get(_ urls: [FeedURL]) throws -> [Result<Response, Failure>] {
    var answers = [Result<Response, Failure>](
      repeating: .failure(Failure(.network, "interrupted")), count: urls.count)
    let requests = urls.map { FetchRequest($0, headers: headers, acceptsPages: true) }
    let fetcher = try Fetcher(options, clock: surroundings.clock)
    try fetcher.run(requests, isInterrupted: surroundings.isInterrupted) { index, result in
      switch Judgement(result, pause: nil, now: surroundings.now) {
      case .unread(let response): answers[index] = .success(response)
      case .settled(let outcome): answers[index] = .failure(Failure(.network, "\(outcome)"))
      }
    }
    return answers
  }
}
