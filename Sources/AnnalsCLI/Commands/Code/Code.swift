import ArgumentParser
import EventCoding
import EventModel
import JSONText

struct Code: AnnalsCommand {
  static let configuration = CommandConfiguration(
    abstract: "Code items into events: JSON Lines in, JSON Lines out.",
    discussion: """
      Each line is {"id", "title", "summary"?, "content"?, "published", "source"?, "url"?, "lang"?}; each \
      gives a line {"id", "events", "quantities"}, in order.

        annals code items.jsonl
        annals code --explain items.jsonl    why, and why not
        annals code --groups items.jsonl     {"id", "group"} a line; with --explain, same as which and why
        echo '{"id":"1","title":"Acme raises $2B","published":"2026-01-05"}' | annals code -
      """)

  @Argument(help: ArgumentHelp("Files of items; - is standard input.", valueName: "file"))
  var files: [String] = ["-"]

  @Flag(help: "Say of each field what made it so, and of the rest why not.")
  var explain = false

  @OptionGroup var dictionaries: DictionaryOptions

  @Flag(help: "Say instead which items tell the same event: equal groups, one event.")
  var groups = false

  @OptionGroup var output: OutputOptions

  func run(in surroundings: Surroundings) throws {
    let coder = EventCoder(try dictionaries.load(surroundings))
    if groups { return try group(coder, surroundings) }
    try output.streamJSON(surroundings) { write in
      for file in files { try code(file, coder, surroundings, write) }
    }
  }

  private func code(
    _ file: String, _ coder: EventCoder, _ surroundings: Surroundings,
    _ write: ([UInt8]) throws -> Void
  ) throws {
    var out: [UInt8] = []
    for (index, line) in try InputFile.read(file, surroundings).split(separator: 0x0A).enumerated()
    {
      let item = try item(line, "\(file):\(index + 1)")
      item.json(coder.code(item.text, explaining: explain), explain: explain).write(to: &out)
      out.append(0x0A)
      if out.count > 1 << 20 {
        try write(out)
        out.removeAll(keepingCapacity: true)
      }
    }
    try write(out)
  }

  private func item(_ line: ArraySlice<UInt8>, _ place: String) throws -> CodedItem {
    do { return try CodedItem(JSON.parse(Array(line))) } catch {
      throw Failure(.badInput, "\(place): \(error)")
    }
  }

  private func group(_ coder: EventCoder, _ surroundings: Surroundings) throws {
    let items = try files.flatMap { file in
      try InputFile.read(file, surroundings).split(separator: 0x0A).enumerated().map {
        index, line in try item(line, "\(file):\(index + 1)")
      }
    }
    let grouping = EventGrouping(items.map { coder.sketch($0.text, coder.code($0.text)) })
    let lines = items.indices.map { index in
      JSON.object([
        "id": .string(items[index].id), "group": .number(Int64(grouping.groups[index])),
        "same_as": explain ? grouping.joins[index].map { reason($0, items) } : nil,
      ]).text + "\n"
    }
    try output.streamJSON(surroundings) { try $0(Array(lines.joined().utf8)) }
  }

  private func reason(_ join: SameEvent.Match, _ items: [CodedItem]) -> JSON {
    .object([
      "id": .string(items[join.index].id), "score": .number((join.score * 100).rounded() / 100),
      "reason": .string(join.reason),
    ])
  }
}
