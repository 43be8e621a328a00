/// Requests that wait for their turn: first come, first served, as far as their hosts have room.
struct HostQueue<Element> {
  private let perHost: Int
  private var waiting: [(host: String, element: Element)] = []
  private var active: [String: Int] = [:]

  init(perHost: Int) { self.perHost = perHost }

  mutating func add(_ element: Element, host: String) { waiting.append((host, element)) }

  /// Puts an element before all others, such as the next hop of a redirect.
  mutating func addFirst(_ element: Element, host: String) {
    waiting.insert((host, element), at: 0)
  }

  /// The next element whose host has room, which it then takes.
  mutating func next() -> Element? {
    guard let index = waiting.firstIndex(where: { active[$0.host, default: 0] < perHost }) else {
      return nil
    }
    let (host, element) = waiting.remove(at: index)
    active[host, default: 0] += 1
    return element
  }

  mutating func finish(host: String) { active[host, default: 1] -= 1 }

  /// Takes out all that wait for a host.
  mutating func removeAll(host: String) -> [Element] {
    let removed = waiting.filter { $0.host == host }.map(\.element)
    waiting.removeAll { $0.host == host }
    return removed
  }
}
