import ArgumentParser
import FeedFetching

/// How the network is used.
struct NetworkOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Transfers at one time, at most 2 to one host.", valueName: "n"))
  var jobs = 16

  @Flag(help: "Fetch from private and loopback addresses too; a feed keeps the permission.")
  var allowPrivate = false

  /// For benchmarks and tests: libcurl's CONNECT_TO.
  @Option(help: .hidden)
  var connectTo: String?

  func validate() throws {
    guard (1...512).contains(jobs) else { throw ValidationError("--jobs is from 1 to 512") }
  }

  /// The hosts, in lower case, whose feeds were set to be allowed in a private network.
  static func privateHosts(_ surroundings: Surroundings) throws -> Set<String> {
    Set(try surroundings.settings.value(.allowPrivate)?.texts.map { $0.lowercased() } ?? [])
  }

  /// - Parameter typed: the address that a person asks for, which may lie at a host that was allowed.
  func options(_ surroundings: Surroundings, for typed: String? = nil) throws -> FetchOptions {
    var options = FetchOptions(
      userAgent: NetworkOptions.userAgent(contact: try surroundings.settings.text(.contact)))
    options.limits.jobs = jobs
    options.proxies = Proxies(environment: surroundings.environment)
    let host = typed.flatMap { try? FeedURL($0).host }
    let isAllowed = try host.map { try NetworkOptions.privateHosts(surroundings).contains($0) }
    if allowPrivate || isAllowed ?? false { options.addresses = .anywhere }
    options.connectTo = connectTo
    return options
  }

  /// Says who asks; `ANNALS_CONTACT` is where the owner of a server reaches who runs this.
  static func userAgent(contact: String?) -> String {
    let contact = (contact ?? "").filter { $0.isASCII && !$0.isWhitespace && !"()".contains($0) }
    return "annals/\(Program.version) (feed reader\(contact.isEmpty ? "" : "; +\(contact)"))"
  }
}
