import ArgumentParser
import EventLog

/// Which store: flag over environment over default.
struct StoreOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The store (else $ANNALS_STORE, else $XDG_DATA_HOME/annals/annals.sqlite).",
      valueName: "file"))
  var store: String?

  func path(_ surroundings: Surroundings) -> String {
    let path = chosen(surroundings)
    surroundings.stores.add(path)
    return path
  }

  private func chosen(_ surroundings: Surroundings) -> String {
    let environment = surroundings.environment
    if let store { return store }
    if let store = environment["ANNALS_STORE"], !store.isEmpty { return store }
    let data = environment["XDG_DATA_HOME"].flatMap { $0.isEmpty ? nil : $0 }
    return (data ?? "\(environment["HOME"] ?? ".")/.local/share") + "/annals/annals.sqlite"
  }

  func open(_ surroundings: Surroundings) throws -> Store {
    try Store(opening: path(surroundings))
  }
}
