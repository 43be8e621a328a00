import Foundation

/// `fuzz TARGET [OPTION…] [CORPUS…]`: options and corpora are libFuzzer's, `fuzz TARGET -help=1` lists
/// them. See README.md.

let targets: [String: (UnsafeBufferPointer<UInt8>) -> Void] = [
  "feed": fuzzFeed, "coder": fuzzCoder, "quantities": fuzzQuantities, "dates": fuzzDates,
  "dictionary": fuzzDictionary, "book": fuzzBook, "cloudevents": fuzzCloudEvents,
  "query": fuzzQuery, "page": fuzzPage,
]

guard CommandLine.argc > 1, let target = targets[CommandLine.arguments[1]] else {
  print("usage: fuzz \(targets.keys.sorted().joined(separator: "|")) [OPTION…] [CORPUS…]")
  exit(64)
}
nonisolated(unsafe) let chosen = target

/// libcurl 7.88 loses the copy of a host name that has no form in ASCII.
@_cdecl("__lsan_default_suppressions")
func suppressedLeaks() -> UnsafePointer<UInt8> { ("leak:libcurl.so" as StaticString).utf8Start }

@_silgen_name("LLVMFuzzerRunDriver")
func runFuzzer(
  _ count: UnsafeMutablePointer<Int32>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
  _ body: @convention(c) (UnsafePointer<UInt8>?, Int) -> Int32
) -> Int32

var arguments = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>.allocate(
  capacity: Int(CommandLine.argc))
for (place, argument) in (CommandLine.arguments.prefix(1) + CommandLine.arguments.dropFirst(2))
  .enumerated()
{
  arguments[place] = strdup(argument)
}
var count = CommandLine.argc - 1
arguments[Int(count)] = nil
exit(
  runFuzzer(&count, &arguments) { start, count in
    chosen(UnsafeBufferPointer(start: start, count: count))
    return 0
  })
