import ArgumentParser
import EventLog
import JSONText
import Projections
import Querying
import Rendering

struct Status: AnnalsCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show the store, the end of its log, and how far the projections are.")

  @OptionGroup var store: StoreOptions
  @OptionGroup var output: OutputOptions

  func run(in surroundings: Surroundings) throws {
    let path = store.path(surroundings)
    let status = try store.open(surroundings).ask { snapshot in
      try Question(snapshot, asOf: surroundings.today).status(store: path)
    }
    guard !output.json, output.format == nil || output.format == .table else {
      return try output.write(SafeText.json(status) + "\n", surroundings)
    }
    let lines = (status.members ?? []).dropFirst().compactMap { member -> String? in
      let text =
        member.key == "projections"
        ? (member.value.elements ?? []).map { state in
          "\(Column.text(state["name"])) @\(Column.text(state["position"]))"
        }.joined(separator: ", ") : Column.text(member.value)
      guard !text.isEmpty else { return nil }
      return member.key + String(repeating: " ", count: 13 - member.key.count) + text + "\n"
    }
    try output.write(lines.joined(), surroundings)
  }
}
