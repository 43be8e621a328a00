import ArgumentParser
import JSONText
import Rendering

/// What may stand in the place of the last word of a command line, for the scripts of the shells in
/// `Help/completions`; by the help that the commands give of themselves.
struct Completion {
  /// The command that the words before name, and its path.
  private var command: JSON
  private var path: [String] = []
  /// How many of its arguments stand before.
  private var place = 0
  /// The option whose value comes next.
  private var awaited: JSON?
  private var areOptionsOver = false

  /// The lines that a script reads: `words`, then each word and behind a tab its meaning; or `files` or
  /// `directories`, which the shell finds itself.
  ///
  /// - Parameter words: what stands behind the program's name, as the shell holds it; the last is typed.
  static func lines(_ words: [String]) throws -> [String] {
    let words = (words.isEmpty ? [""] : words).map(bare)
    guard let tool = try JSON.parse(Array(Annals._dumpHelp().utf8))["command"] else { return [] }
    var completion = Completion(command: tool)
    for word in words.dropLast() { completion.read(word) }
    return completion.lines(words)
  }

  /// A word without the quotes and escapes of a shell.
  private static func bare(_ word: String) -> String {
    word.filter { !"\"'\\".contains($0) }
  }

  private mutating func read(_ word: String) {
    if awaited != nil {
      awaited = nil
    } else if !areOptionsOver, word.hasPrefix("-"), word != "-" {
      areOptionsOver = word == "--"
      if option(word) == nil { enterStandard() }
      awaited = option(word).flatMap { $0["kind"] == "option" ? $0 : nil }
    } else if path.first != "help", let below = below.first(where: { name(of: $0) == word }) {
      enter(below)
    } else {
      enterStandard()
      place += 1
    }
  }

  private mutating func enter(_ below: JSON) {
    command = below
    path.append(name(of: below))
    place = 0
  }

  /// Goes into the command that is meant where none is named.
  private mutating func enterStandard() {
    if let standard { enter(standard) }
  }

  private var below: [JSON] { command["subcommands"]?.elements ?? [] }

  private var standard: JSON? {
    command["defaultSubcommand"].flatMap { name in below.first { $0["commandName"] == name } }
  }

  private func name(of command: JSON) -> String { command["commandName"]?.string ?? "" }

  private var arguments: [JSON] {
    (command["arguments"]?.elements ?? []).filter { $0["shouldDisplay"] != false }
  }

  private func option(_ word: String) -> JSON? {
    arguments.first { Completion.names(of: $0).contains(word) }
  }

  /// `-n` and `--limit`.
  private static func names(of argument: JSON) -> [String] {
    (argument["names"]?.elements ?? []).compactMap { name in
      name["name"]?.string.map { (name["kind"] == "long" ? "--" : "-") + $0 }
    }
  }

  private func lines(_ words: [String]) -> [String] {
    let last = words.last!
    if let awaited { return values(of: awaited, Completion.names(of: awaited).last!, words) }
    var standing = self
    standing.enterStandard()
    if last.hasPrefix("-"), !areOptionsOver {
      return Completion.words(
        standing.arguments.flatMap { argument in
          Completion.names(of: argument).filter { $0.hasPrefix("--") }.map {
            ($0, argument["abstract"]?.string)
          }
        }, last)
    }
    if path.first == "help" {
      return Completion.words(
        (Annals.commandNames + HelpTopics.names).map { ($0, nil) }, last)
    }
    let commands = Completion.words(below.map { (name(of: $0), $0["abstract"]?.string) }, last)
    let values = standing.valuesOfPlace(words)
    return values.first == "words"
      ? commands + values.dropFirst() : below.isEmpty ? values : commands
  }

  private func valuesOfPlace(_ words: [String]) -> [String] {
    let all = arguments.filter { $0["kind"] == "positional" }
    guard let last = all.last, place < all.count || last["isRepeating"] == true else {
      return Completion.words([], "")
    }
    let place = min(place, all.count - 1)
    return values(of: all[place], "positional@\(place)", words)
  }

  private func values(of argument: JSON, _ name: String, _ words: [String]) -> [String] {
    let last = words.last!
    guard let kind = argument["completionKind"]?.members?.first else {
      return Completion.words([], last)
    }
    switch kind.key {
    case "file": return ["files"]
    case "directory": return ["directories"]
    case "list":
      let values = kind.value["values"]?.elements ?? []
      return Completion.words(values.compactMap { $0.string.map { ($0, nil) } }, last)
    default: return ["words"] + offered(for: name, words).map(Completion.line)
    }
  }

  /// What an argument offers by a function of its own.
  private func offered(for argument: String, _ words: [String]) -> [String] {
    let line = [argument, "\(words.count)", "\(words.last!.count)", "annals"] + words
    do {
      _ = try Annals.parseAsRoot(["---completion"] + path + ["--"] + line)
      return []
    } catch {
      guard Annals.exitCode(for: error).isSuccess else { return [] }
      return Annals.fullMessage(for: error).split(separator: "\n").map(String.init)
    }
  }

  private static func words(
    _ words: [(word: String, meaning: String?)], _ prefix: String
  ) -> [String] {
    ["words"]
      + words.filter { $0.word.lowercased().hasPrefix(prefix.lowercased()) }.map {
        line([$0.word, $0.meaning].compactMap(\.self).joined(separator: "\t"))
      }
  }

  /// A word and its meaning, without what could steer a terminal.
  private static func line(_ offer: String) -> String {
    offer.split(separator: "\t", maxSplits: 1).map { SafeText.line(String($0)) }
      .joined(separator: "\t")
  }
}
