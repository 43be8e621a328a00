// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// A module of ours and the modules it may import; an arrow that is not here does not compile.
func module(
  _ name: String, _ arrows: [Target.Dependency] = [], exclude: [String] = []
) -> Target {
  .target(name: name, dependencies: arrows, exclude: exclude, swiftSettings: settings)
}

func suite(_ name: String, _ arrows: [Target.Dependency], exclude: [String] = []) -> Target {
  .testTarget(name: name, dependencies: arrows, exclude: exclude, swiftSettings: settings)
}

let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let sqlite = Target.Dependency.product(name: "GRDBSQLite", package: "GRDB.swift")
let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
  name: "annals",
  platforms: [.macOS(.v15)],
  products: [.executable(name: "annals", targets: ["annals"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
  ],
  // In the order the data travels: bytes → items → events → records → projections → answers.
  targets: [
    // The system's libraries, and the files that travel inside the binary.
    .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(name: "COpenSSL", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
    .target(name: "CCurl"),
    .target(name: "CBoostMath"),
    .target(name: "CBundledFiles"),
    .target(name: "CNATS"),
    .target(name: "CSQLite"),

    // JSON as ordered values and canonical bytes.
    module("JSONText"),
    // Bytes → feeds and items: RSS, RDF, Atom, JSON Feed, OPML.
    module("FeedParsing", ["CLibXML2", "JSONText"]),
    // URL → bytes: conditional GET, schedule, politeness, safety; where sites keep their feeds.
    module("FeedFetching", ["FeedParsing", "EventModel", "CCurl"]),
    // Values only: events, actors, amounts, dates with precision, records and their changes.
    module("EventModel", ["JSONText"]),
    // An item's text → coded events.
    module("EventCoding", ["EventModel", "JSONText", "CBundledFiles"]),
    // Items → what a language model of the user's choice reads in them, proven from the text.
    module("SecondReading", ["EventCoding", "FeedFetching", "EventModel", "JSONText"]),
    // The append-only log: append, read, head, verify.
    module("EventLog", ["EventModel", "JSONText", "COpenSSL", "CSQLite", grdb, sqlite]),
    // The log on the servers that many machines share.
    module("JetStream", ["EventLog", "EventModel", "JSONText", "CNATS"]),
    // Records folded into tables, and the questions they answer.
    module("Projections", ["EventLog", "EventModel", "JSONText", grdb]),
    // The feeds that are followed and how their fetching stands: tables beside the log.
    module("SideTables", ["FeedFetching", "EventLog", "EventModel", "JSONText", grdb]),
    // Durations and counts → distributions, tests, scores; pure numbers.
    module("Forecasting", ["EventModel", "CBoostMath"]),
    // Queries, periods and as-of → results as plain values.
    module("Querying", ["Projections", "Forecasting", "EventModel", "JSONText"]),
    // A feed's items → records, one transaction a feed; and forecasts resolved by what answers say.
    module(
      "Ingestion",
      [
        "FeedParsing", "EventCoding", "EventLog", "Projections", "Querying", "EventModel",
        "JSONText",
      ]),
    // What to ask a person next, and what the answers teach.
    module(
      "Reviewing",
      [
        "EventCoding", "EventLog", "Projections", "Querying", "Ingestion", "EventModel", "JSONText",
      ]),
    // A result → table, json, csv, tsv …
    module("Rendering", ["Querying", "Forecasting", "EventModel", "JSONText"]),
    // Answers handed on: tools for language models, and pages.
    module("Serving", ["Querying", "Rendering", "EventModel", "JSONText"]),
    // The commands, one file each.
    module(
      "AnnalsCLI",
      [
        "FeedParsing", "EventModel", "EventCoding", "EventLog", "Projections", "Ingestion",
        "FeedFetching", "SideTables", "JetStream", "Forecasting", "Querying", "Reviewing",
        "Rendering", "Serving", "SecondReading", "JSONText", arguments,
      ]),
    // The entry point alone.
    .executableTarget(name: "annals", dependencies: ["AnnalsCLI"], swiftSettings: settings),
    // `make bench`: ratios against references in the same run.
    .executableTarget(
      name: "bench",
      dependencies: [
        "FeedParsing", "EventCoding", "EventLog", "EventModel", "JetStream", "JSONText",
        "Forecasting", "Reviewing", "LoopbackServer",
      ],
      path: "Benchmarks", exclude: ["specs.py", "Joins/stages.tsv"],
      swiftSettings: settings),

    // What several suites share.
    .target(
      name: "TestSupport",
      dependencies: ["EventLog", "EventModel", "JSONText", "Projections", grdb],
      path: "Tests/TestSupport", swiftSettings: settings),
    suite("FeedParsingTests", ["FeedParsing", "JSONText"]),
    // A web server of our own on loopback: slow, lying, hostile, broken.
    .target(name: "LoopbackServer", path: "Tests/LoopbackServer", swiftSettings: settings),
    suite("FeedFetchingTests", ["FeedFetching", "FeedParsing", "LoopbackServer", "EventModel"]),
    suite("EventModelTests", ["EventModel", "JSONText"]),
    suite(
      "EventCodingTests", ["EventCoding", "EventModel", "JSONText"], exclude: ["quantities.txt"]),
    suite(
      "SecondReadingTests",
      [
        "SecondReading", "EventCoding", "FeedFetching", "LoopbackServer", "EventModel", "JSONText",
      ]),
    suite("ForecastingTests", ["Forecasting", "EventModel", "CBoostMath"]),
    suite("EventLogTests", ["EventLog", "EventModel", "JSONText", "TestSupport", grdb]),
    // Both logs by one list of behaviours; that of many machines where `make test-cluster` has servers.
    suite(
      "JetStreamTests",
      ["JetStream", "Projections", "EventLog", "EventModel", "JSONText", "TestSupport"]),
    suite(
      "ProjectionsTests",
      ["Projections", "EventLog", "EventModel", "JSONText", "TestSupport", grdb]),
    suite(
      "IngestionTests",
      [
        "Ingestion", "FeedParsing", "EventCoding", "EventLog", "Projections", "EventModel",
        "TestSupport", grdb,
      ]),
    suite(
      "SideTablesTests",
      ["SideTables", "FeedFetching", "EventLog", "EventModel", "JSONText", "TestSupport", grdb]),
    suite(
      "QueryingTests",
      [
        "Querying", "Forecasting", "Ingestion", "Projections", "EventLog", "EventModel",
        "JSONText", "TestSupport",
      ]),
    suite("ReviewingTests", ["Reviewing", "EventCoding", "EventModel"]),
    suite("RenderingTests", ["Rendering", "Querying", "FeedParsing", "EventModel", "JSONText"]),
    suite("ServingTests", ["Serving", "Querying", "EventModel", "JSONText"]),
    // The commands that reach into the network, against a server on loopback.
    suite(
      "AnnalsCLITests",
      [
        "AnnalsCLI", "LoopbackServer", "SideTables", "EventCoding", "EventLog", "EventModel",
        "Projections", "Querying", "Rendering", "JSONText", "TestSupport", grdb,
      ], exclude: ["stores", "Interoperation/mcp_client.py", "Interoperation/questions.jsonl"]),
    // Commands as a person types them; the README's tour is one.
    suite(
      "Transcripts", ["AnnalsCLI", "EventModel", "JSONText"],
      exclude: ["cases", "inputs", "contract.txt"]),
  ]
)

// `make fuzz`: all targets in one program. The variable names libFuzzer's library.
if let fuzzer = Context.environment["ANNALS_FUZZER"] {
  package.targets.append(
    .executableTarget(
      name: "fuzz",
      dependencies: [
        "FeedParsing", "FeedFetching", "EventModel", "EventCoding", "EventLog", "Projections",
        "Ingestion", "Querying", "JSONText",
      ],
      path: "Fuzz", exclude: ["README.md", "run.sh", "seeds", "words.txt"],
      swiftSettings: settings, linkerSettings: [.unsafeFlags([fuzzer, "-lstdc++"])]))
}
