import ArgumentParser
import EventCoding
import EventModel
import Ingestion

/// How a table that a person keeps is to be read.
struct SheetOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Which column of a table is which field; repeat for more.",
      discussion: """
        Fields: date, type, title, actor, actor:ROLE, object, stance, polarity, attribution, phase, \
        horizon, source, published, quote, lang, id, note, tag; amounts by their metric (revenue=Umsatz), \
        or as amount with metric, currency, unit and period.
        """, valueName: "field=column"))
  var map: [String] = []

  @Option(
    help: ArgumentHelp(
      "What a field is in all rows that do not say: type=funding,currency=EUR.",
      valueName: "field=value"))
  var set: [String] = []

  @Option(help: ArgumentHelp("What 3/4/2026 means: dmy or mdy.", valueName: "order"))
  var days: SheetStyle.DayOrder?

  @Flag(help: "In numbers a comma stands before the fraction, as in 1.700,50.")
  var decimalComma = false

  /// Whether a file is to be read as a table.
  func isTable(_ file: String) -> Bool {
    let name = file.lowercased()
    return name.hasSuffix(".csv") || name.hasSuffix(".tsv")
      || !(map.isEmpty && set.isEmpty) && !name.hasSuffix(".jsonl")
  }

  /// A file as a table, its actors and titles read by a coder.
  func sheet(
    _ file: String, coder: EventCoder, _ surroundings: Surroundings
  ) throws -> Sheet {
    let map: SheetMap
    do {
      map = try SheetMap(self.map, setting: set, metrics: coder.dictionary.metricNames)
    } catch {
      throw Failure(.usage, "\(error)")
    }
    do {
      return try Sheet(
        file: file, bytes: InputFile.read(file, surroundings), map: map,
        style: SheetStyle(dayOrder: days, hasDecimalComma: decimalComma), coder: coder)
    } catch let error as FieldError {
      throw Failure(.usage, "\(file): \(error)")
    } catch let finding as Finding {
      throw Failure(.badInput, "\(finding)", hint: "is it a table with titles in its first row?")
    }
  }
}

extension SheetStyle.DayOrder: ExpressibleByArgument {}
