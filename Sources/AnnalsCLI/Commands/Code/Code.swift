import ArgumentParser
import EventCoding
import EventModel
import Ingestion
import JSONText
import Rendering
import SecondReading

struct Code: AnnalsCommand {
  static let configuration = CommandConfiguration(
    commandName: "code", abstract: "Code items into events: JSON Lines in, JSON Lines out.",
    discussion: """
      Each line is {"id", "title", "summary"?, "content"?, "published"?, "source"?, "url"?, "lang"?}; each \
      gives a line {"id", "events", "quantities"}, in order. A line that cannot be read is named, and the \
      others are coded. Without "published", dates such as “last week” stay unresolved. A line may also be \
      what annals items --json writes, or a feed as annals parse writes it; what is coded of that says of \
      which item and feed, and can be ingested.

        annals code items.jsonl
        annals code --explain items.jsonl    why, and why not
        annals parse feed.xml | annals code | annals ingest -
        annals code --groups items.jsonl     {"id", "group"} a line; with --explain, same as which and why
        echo '{"id":"1","title":"Acme raises $2B","published":"2026-01-05"}' | annals code -
      """)

  @Argument(
    help: ArgumentHelp("Files of items; - is standard input.", valueName: "file"),
    completion: .file())
  var files: [String] = ["-"]

  @Flag(help: "Say of each field what made it so, and of the rest why not.")
  var explain = false

  @OptionGroup var dictionaries: DictionaryOptions

  @Flag(help: "Say instead which items tell the same event: equal groups, one event.")
  var groups = false

  @OptionGroup var store: StoreOptions

  @OptionGroup var output: OutputOptions

  func run(in surroundings: Surroundings) throws {
    let coder = try dictionaries.coder(surroundings)
    let reading = try ConfiguredReader(surroundings)?.run(
      coder.dictionary, memory: memory(surroundings), surroundings)
    var wrong = 0
    if groups {
      try group(coder, reading, surroundings, &wrong)
    } else {
      try code(coder, reading, surroundings, &wrong)
    }
    if let told = reading?.tally.sentence { try output.say("second reader: \(told)", surroundings) }
    guard wrong == 0 else {
      throw Failure(
        .badInput, "\(wrong) \(wrong == 1 ? "line" : "lines") could not be read, the others were")
    }
  }

  /// The store's, so that nothing is asked twice; without a store each run's own.
  private func memory(_ surroundings: Surroundings) -> any ReadingMemory {
    guard let store = try? store.open(surroundings),
      let memory = try? StoredReadings(in: store, surroundings)
    else { return PassingMemory() }
    return memory
  }

  /// The coder for some items, which were encoded together and read by others.
  private func prepared(
    _ coder: EventCoder, _ reading: ReadingRun?, for items: [CodedItem]
  ) throws -> EventCoder {
    let coder = coder.prepared(for: items.map(\.text))
    return try reading?.read(items.map { ItemToRead($0.text) }, with: coder) ?? coder
  }

  private func code(
    _ coder: EventCoder, _ reading: ReadingRun?, _ surroundings: Surroundings,
    _ wrong: inout Int
  ) throws {
    func coded(_ items: [CodedItem]) throws -> [JSON] {
      let coder = try prepared(coder, reading, for: items)
      return items.map { item in
        item.json(coder.code(item.text, explaining: explain), explain: explain)
      }
    }
    guard isLines else {
      var rows: [JSON] = []
      try read(surroundings, &wrong) { rows += try coded($0) }
      return try output.write(CodedItem.document(rows), surroundings)
    }
    try output.streamJSON(surroundings) { write in
      var out: [UInt8] = []
      try read(surroundings, &wrong) { items in
        for row in try coded(items) {
          row.write(to: &out)
          out.append(0x0A)
        }
        guard out.count > 1 << 20 else { return }
        try write(out)
        out.removeAll(keepingCapacity: true)
      }
      try write(out)
    }
  }

  /// How many items are handed on together.
  private static let batch = 64

  /// Hands on the items of the lines that can be read, in their order; names and counts the others.
  private func read(
    _ surroundings: Surroundings, _ wrong: inout Int, _ body: ([CodedItem]) throws -> Void
  ) throws {
    var items: [CodedItem] = []
    for file in files {
      var lines = Lines(of: file, bytes: try InputFile.read(file, surroundings))
      while let line = try lines.next() {
        do {
          let json = try JSON.parse(line.bytes)
          items +=
            try CodedFeed.items(of: json, line.bytes, now: surroundings.now)
            ?? (json["rows"]?.elements ?? [json]).map(CodedItem.init)
        } catch {
          wrong += 1
          try surroundings.complain("\(file):\(line.number): \(error.reasonInLine)")
        }
        while items.count >= Code.batch {
          try body(Array(items.prefix(Code.batch)))
          items.removeFirst(Code.batch)
        }
      }
    }
    try body(items)
  }

  private func group(
    _ coder: EventCoder, _ reading: ReadingRun?, _ surroundings: Surroundings,
    _ wrong: inout Int
  ) throws {
    var items: [CodedItem] = []
    try read(surroundings, &wrong) { items += $0 }
    let coder = try prepared(coder, reading, for: items)
    let grouping = EventGrouping(items.map { coder.sketch($0.text, coder.code($0.text)) })
    let rows = items.indices.map { index in
      JSON.object([
        "id": .string(items[index].id), "group": .number(Int64(grouping.groups[index])),
        "same_as": explain ? grouping.joins[index].map { reason($0, items) } : nil,
      ])
    }
    let document = CodedItem.document(groups: rows)
    if !isLines { return try output.write(document, surroundings) }
    try output.stream(surroundings) { write in
      try JSONLinesFormat().write(document) { try write(Array($0.utf8)) }
    }
  }

  /// JSON Lines are what this command writes where no format is asked for.
  private var isLines: Bool { output.chosen == nil || output.chosen == .jsonl }

  private func reason(_ join: SameEvent.Match, _ items: [CodedItem]) -> JSON {
    .object([
      "id": .string(items[join.index].id), "score": .number((join.score * 100).rounded() / 100),
      "reason": .string(join.reason),
    ])
  }
}
