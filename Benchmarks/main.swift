import Glibc

/// Runs the benchmarks named on the command line, or all of them.
let benchmarks: [(name: String, run: () throws -> Void)] = [
  ("parse", ParseBenchmark.run), ("coding", CodingBenchmark.run),
  ("quantities", QuantityBenchmark.run), ("grouping", GroupingBenchmark.run),
  ("joins", JoinBenchmark.run),
  ("forecast", ForecastBenchmark.run), ("fetch", FetchBenchmark.run),
  ("kill", KillBenchmark.run), ("replay", ReplayBenchmark.run), ("scale", ScaleBenchmark.run),
]

/// Those that only run when they are named.
let long: [(name: String, run: () throws -> Void)] = [
  ("labels", LabelBenchmark.run), ("cascade", CascadeBenchmark.run), ("rarity", RarityTable.run),
  ("review", ReviewBenchmark.run), ("cluster", ClusterBenchmark.run),
]

let wanted = CommandLine.arguments.dropFirst()
var failed: [String] = []
for benchmark in wanted.isEmpty ? benchmarks : benchmarks + long
where wanted.isEmpty || wanted.contains(benchmark.name) {
  print("## \(benchmark.name)")
  do { try benchmark.run() } catch {
    print("failed: \(error)")
    failed.append(benchmark.name)
  }
}
exit(failed.isEmpty ? 0 : 1)
