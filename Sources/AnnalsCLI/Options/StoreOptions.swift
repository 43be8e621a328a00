import ArgumentParser
import EventLog
import EventModel
import Projections

/// Which store: flag over environment over default.
struct StoreOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The store (else $ANNALS_STORE, else $XDG_DATA_HOME/annals/annals.sqlite).",
      valueName: "file"), completion: .file())
  var store: String?

  @Flag(help: "Write even if the clock seems wrong.")
  var force = false

  func path(_ surroundings: Surroundings) -> String {
    let path = StoreOptions.path(store, surroundings.environment)
    surroundings.stores.add(path)
    return path
  }

  /// The store that arguments name, whose settings then hold for them.
  static func path(in arguments: [String], _ environment: [String: String]) -> String {
    let pairs = zip(arguments, arguments.dropFirst())
    let named =
      arguments.last { $0.hasPrefix("--store=") }.map { String($0.dropFirst("--store=".count)) }
      ?? pairs.first { $0.0 == "--store" }?.1
    return path(named, environment)
  }

  private static func path(_ store: String?, _ environment: [String: String]) -> String {
    if let store { return store }
    if let store = environment["ANNALS_STORE"], !store.isEmpty { return store }
    let data = environment["XDG_DATA_HOME"].flatMap { $0.isEmpty ? nil : $0 }
    return (data ?? "\(environment["HOME"] ?? ".")/.local/share") + "/annals/annals.sqlite"
  }

  func validate() throws {
    guard let store else { return }
    if store.isEmpty { throw ValidationError("--store names no file") }
    if store == ":memory:" {
      throw ValidationError("a store is a file; “:memory:” would forget everything")
    }
  }

  /// Opens the store to write, brought up to date.
  func open(_ surroundings: Surroundings) throws -> Store {
    var store = try Store(opening: path(surroundings))
    try ready(&store, surroundings)
    return store
  }

  /// Makes the store, or opens the one that is there, to write.
  func create(_ surroundings: Surroundings) throws -> Store {
    var store = try Store(creating: path(surroundings))
    try ready(&store, isMade: true, surroundings)
    return store
  }

  private func ready(
    _ store: inout Store, isMade: Bool = false, _ surroundings: Surroundings
  ) throws {
    if try !store.read(Projector.outOfDate).isEmpty { try store.write(Projector.prepare) }
    try surroundings.node.join(&store, isMaking: isMade, surroundings)
    try ClockCheck(now: surroundings.now, machine: surroundings.machineNow).check(
      store, isForced: force)
    surroundings.stores.noteWriting(store)
  }

  /// Opens the store to ask: nothing is written, but that a store of an earlier version is brought up
  /// to date where nobody else writes to it.
  func openToAsk(_ surroundings: Surroundings) throws -> Store {
    let path = path(surroundings)
    let store = try Store(opening: path, for: .reading)
    try surroundings.node.follow(store, surroundings)
    if try store.isUpToDate, try store.read(Projector.outOfDate).isEmpty { return store }
    do {
      let writer = try Store(opening: path, for: .writing, patience: 0)
      try writer.write(Projector.prepare)
    } catch StoreError.busy {
      throw StoreError.outOfDate(path: path)
    }
    return try Store(opening: path, for: .reading)
  }

  /// Opens the store as it is, whatever its version.
  func openToCheck(_ surroundings: Surroundings) throws -> Store {
    try Store(opening: path(surroundings), for: .checking)
  }
}
