import EventLog
import EventModel
import JSONText
import JetStream
import Projections
import Querying

/// This machine's place at a log that many share, for one run of the program: connected to once, when it is
/// first needed.
final class Node {
  private enum Link {
    case connected(JetStreamLog)
    case away(from: String, String)
  }

  /// By how long an answer is waited for: who only asks has one at home.
  private var links: [Duration: Link] = [:]
  private var isTrusted = false
  private var hasToldOfAbsence = false

  /// The address that was set; nil where the log is the store's own.
  static func address(
    _ surroundings: Surroundings, of store: Store? = nil
  ) throws -> LogAddress? {
    let settings = surroundings.settings
    guard let set = try store.map(settings.log) ?? settings.value(.log) else { return nil }
    return try address(set.texts[0], from: set.origin)
  }

  /// Throws a ``Failure`` where a text is no address.
  static func address(_ text: String, from origin: String) throws -> LogAddress {
    do { return try LogAddress(text) } catch {
      throw Failure(
        .usage, "\(origin): the address of the log \(error.reason)",
        hint: "such as nats://h1,h2,h3/ANNALS?monitor=http://h1:8222; annals help cluster")
    }
  }

  /// Makes a store that is opened to write a mirror of the log, and brings it up to its end.
  ///
  /// - Parameter isMaking: whether the stream is made where it is not there.
  func join(
    _ store: inout Store, isMaking: Bool = false, _ surroundings: Surroundings
  ) throws {
    guard let address = try Node.address(surroundings, of: store) else { return }
    switch try connect(to: address, patience: .seconds(60)) {
    case .away(let name, let reason): store.sharing = .away(from: name, reason)
    case .connected(let log):
      try trust(log, isMaking: isMaking, surroundings)
      try store.follow(log)
      store.sharing = .mirror(of: log) { try $0.follow(log) }
    }
  }

  /// Brings a store that is opened to ask up to the log's end; where that cannot be, says how far
  /// answers go, once.
  func follow(_ mirror: Store, _ surroundings: Surroundings) throws {
    guard let address = try Node.address(surroundings, of: mirror) else { return }
    let path = mirror.path
    switch try connect(to: address) {
    case .away(let name, let reason):
      try tell("\(name) cannot be reached (\(reason))", path, surroundings)
    case .connected(let log):
      do {
        let store = try Store(opening: path, patience: 2)
        if try !store.read(Projector.outOfDate).isEmpty { try store.write(Projector.prepare) }
        try store.follow(log)
      } catch StoreError.busy {
        try tell("another annals is following \(address.shown)", path, surroundings)
      } catch StoreError.cannotWrite(_, let reason) {
        try tell("\(address.shown) cannot be followed (\(reason))", path, surroundings)
      } catch StoreError.away(let name, let reason) {
        try tell("\(name) cannot be reached (\(reason))", path, surroundings)
      }
    }
  }

  private func tell(_ why: String, _ path: String, _ surroundings: Surroundings) throws {
    if hasToldOfAbsence { return }
    hasToldOfAbsence = true
    let head = try Store(opening: path, for: .reading).read { try Log($0).head() }
    let moment = head.recorded.map { ", recorded \($0)" } ?? ""
    try surroundings.complain("\(why): answers go up to @\(head.position)\(moment)")
  }

  /// How the log stands to a mirror that ends at a position; nil where the store is alone.
  func standing(at position: Int64, _ surroundings: Surroundings) throws -> JSON? {
    guard let address = try Node.address(surroundings) else { return nil }
    switch try connect(to: address) {
    case .away(_, let reason):
      return .object(["log": .string(address.shown), "away": .string(reason)])
    case .connected(let log):
      do {
        let end = try log.end()
        return .object([
          "log": .string(address.shown), "end": .number(end), "lag": .number(end - position),
        ])
      } catch StoreError.away(let name, let reason) {
        return .object(["log": .string(name), "away": .string(reason)])
      }
    }
  }

  private func connect(
    to address: LogAddress, patience: Duration = .seconds(5)
  ) throws -> Link {
    if let link = links[patience] { return link }
    let link: Link
    do {
      link = .connected(try JetStreamLog(address, patience: patience))
    } catch StoreError.away(let name, let reason) {
      link = .away(from: name, reason)
    }
    links[patience] = link
    return link
  }

  /// Throws where what the log acknowledges may be lost.
  private func trust(
    _ log: JetStreamLog, isMaking: Bool, _ surroundings: Surroundings
  ) throws {
    if isTrusted { return }
    try ServerCheck(log.address, surroundings).demandSync()
    if isMaking { try log.make() } else { try log.check() }
    isTrusted = true
  }
}
