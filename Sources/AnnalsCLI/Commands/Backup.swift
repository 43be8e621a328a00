import ArgumentParser
import EventLog
import EventModel
import JSONText
import Projections
import Querying

struct Backup: AnnalsCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup", abstract: "Copy the store into a file, and check the copy.",
    discussion: """
      The copy is the whole store as it is at one moment, whoever reads or writes meanwhile: log, tables, \
      subscriptions and their secrets. It is one file that its owner alone may read, and a store: ask it \
      with --store.

        annals backup monday.sqlite
        annals restore monday.sqlite --store annals.sqlite
      """)

  @Argument(help: ArgumentHelp("The copy; it must not be there yet.", valueName: "file"))
  var file: String

  @OptionGroup var store: StoreOptions
  @OptionGroup var output: OutputOptions

  func run(in surroundings: Surroundings) throws {
    let store = try store.openToAsk(surroundings)
    let head = try store.copy(to: file)
    let copy = try Store(opening: file, for: .checking)
    try output.tell(
      "copied up to @\(head.position) \(head.hash.description.prefix(8)) into \(file), and checked",
      Document(schema: "annals.copied/1", facts: copied(head, copy)), surroundings)
  }
}

struct Restore: AnnalsCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore", abstract: "Make the store from a backup.",
    discussion: """
      Every record of the backup is checked first. Nothing is overwritten: where a store is, move it away \
      with the files beside it.

        mv annals.sqlite damaged.sqlite; rm -f annals.sqlite-wal annals.sqlite-shm
        annals restore monday.sqlite --store annals.sqlite
      """)

  @Argument(help: ArgumentHelp("What annals backup made, or any store.", valueName: "file"))
  var file: String

  @OptionGroup var store: StoreOptions
  @OptionGroup var output: OutputOptions

  func run(in surroundings: Surroundings) throws {
    let backup = try Store(opening: file, for: .checking)
    let path = store.path(surroundings)
    let head = try backup.copy(to: path)
    let restored = try Store(opening: path, for: .checking)
    if let id = try? restored.read({ try $0.storeID() }) ?? "",
      let last = Anchors(surroundings.environment).last(of: id), last.position > head.position
    {
      try output.say(
        "annals has seen this store as far as @\(last.position): "
          + "\(Numerals.counted(Int(last.position - head.position), "record")) are not in the backup",
        surroundings)
    }
    try output.tell(
      "restored up to @\(head.position) \(head.hash.description.prefix(8)) into \(path)",
      Document(schema: "annals.copied/1", facts: copied(head, restored)), surroundings)
  }
}

/// What a copy holds.
private func copied(_ head: Head, _ copy: Store) -> KeyValuePairs<String, JSON?> {
  [
    "store": .string(copy.path), "position": .number(head.position),
    "hash": .string(head.hash.description), "bytes": .number(copy.size),
  ]
}
