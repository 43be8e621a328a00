import ArgumentParser
import Foundation
import Querying
import Serving

struct Serve: AnnalsCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve", abstract: "Show the store as pages in a browser, live.",
    discussion: """
      Every view is an address: a question, what is said with it, and its form. Only loopback is listened \
      on, unless --listen names another address; then whoever asks must know the token of --token-file, as \
      the password of any user. Nothing can be written.

        annals serve
        annals serve --listen 192.168.1.20 --token-file ~/.annals-token

        /                                the newest events, and what may be asked
        /timeline?query=actor:OpenAI&period=2023&as-of=2023-05-15
        /events.csv  /events.atom?query=saved:rounds  /events.ics
        /events.json?limit=1000&after=22f02e41   events come by hundreds, or as many as said
        /event/22f02e41  /forecast/nlp.svg  /api/compare?metric=revenue
      """)

  @Option(help: "The port; 0 takes a free one.")
  var port: Int = 8420

  @Option(
    help: ArgumentHelp(
      "Listen at this address, in numbers, and demand the token.", valueName: "address"))
  var listen: String?

  @Option(
    help: ArgumentHelp("A file that holds the token, which others cannot read.", valueName: "file"))
  var tokenFile: String?

  @OptionGroup var store: StoreOptions

  func validate() throws {
    guard 0...65_535 ~= port else { throw ValidationError("--port is a number up to 65535") }
    guard listen == nil || tokenFile != nil else {
      throw ValidationError("--listen lets others ask: name a --token-file")
    }
  }

  func run(in surroundings: Surroundings) throws {
    let token = try tokenFile.map(Serve.token(in:))
    let desk = try store.desk(surroundings)
    let listener = try Serve.listener(listen ?? "127.0.0.1", port)
    let gate = Gate(address: listener.address, port: listener.port, token: token)
    let site = Site(
      desk, inquiries: Serve.inquiries, gate: gate, version: Program.version)
    let name = listener.address.contains(":") ? "[\(listener.address)]" : listener.address
    try surroundings.error.line("annals is at http://\(name):\(listener.port)/ until Ctrl-C")
    HTTPServer(listener, news: site.news, answer: site.answer).run(
      until: surroundings.isInterrupted)
  }

  /// What a reader has looked at is theirs; all else is shown.
  static let inquiries = Annals.inquiries.filter {
    !["new", "items", "items show"].contains($0.name)
  }

  private static func listener(_ address: String, _ port: Int) throws -> Listener {
    do { return try Listener(address, port: port) } catch ListenerError.noAddress {
      throw Failure(
        .usage, "--listen \(address) is no address in numbers", hint: "192.168.1.20, or 0.0.0.0")
    } catch ListenerError.unavailable(_, _, let reason) {
      throw Failure(
        .network, "cannot listen at \(address), port \(port): \(reason)",
        hint: "--port names another")
    }
  }

  private static func token(in file: String) throws -> String {
    var status = stat()
    guard stat(file, &status) == 0, let data = FileManager.default.contents(atPath: file) else {
      throw Failure(.badInput, "cannot read \(file): \(String(cString: strerror(errno)))")
    }
    guard status.st_mode & 0o077 == 0 else {
      throw Failure(.badInput, "others can read \(file)", hint: "chmod 600 \(file)")
    }
    let token = String(decoding: data, as: UTF8.self)
      .trimmingCharacters(in: .whitespacesAndNewlines)
    guard token.utf8.count >= 16 else {
      throw Failure(
        .badInput, "the token in \(file) has fewer than 16 characters",
        hint: "head -c 24 /dev/urandom | base64 > \(file)")
    }
    return token
  }
}
