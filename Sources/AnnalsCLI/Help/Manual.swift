import ArgumentParser
import Foundation
import JSONText

/// The manual: a page of section 1 for annals and for each command, and one of section 7 for each topic of
/// `annals help`, made of the help that the commands give.
enum Manual {
  /// The pages, by the names of their files.
  static func pages() throws -> [(name: String, text: String)] {
    let tool = try JSON.parse(Array(Annals._dumpHelp().utf8))["command"] ?? .null
    let commands = (tool["subcommands"]?.elements ?? []).filter(isShown)
    let pages =
      [("annals.1", front(tool))]
      + commands.map { command in
        let name = ManualCommand.name(of: command)
        return ("annals-\(name).1", page(of: command))
      }
    let topics = HelpTopics.names.map { name in
      (
        "annals-\(name).7",
        heading("annals-\(name)", 7, "annals help \(name)")
          + ManualText.section("Description")
          + ManualText.verbatim(HelpTopics.page(name) ?? "") + seeAlso(["annals(1)"])
      )
    }
    return pages + topics
  }

  /// Writes the pages into a folder, which is made where it is not there.
  static func write(into folder: String) throws {
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      for page in try pages() {
        try page.text.write(toFile: "\(folder)/\(page.name)", atomically: true, encoding: .utf8)
      }
    } catch let error as CocoaError {
      throw Failure(.cannotWrite, "cannot write \(folder): \(error.localizedDescription)")
    }
  }

  private static func isShown(_ json: JSON) -> Bool {
    json["shouldDisplay"] != false && json["commandName"] != "help"
  }

  private static func heading(_ name: String, _ section: Int, _ purpose: String) -> String {
    ".TH \(ManualText.quoted(name.uppercased())) \(section) \"\" "
      + "\(ManualText.quoted("annals \(Program.version)")) \"annals\"\n"
      + ManualText.section("Name") + "\(ManualText.escaped(name)) \\- "
      + "\(ManualText.escaped(purpose))\n"
  }

  private static func page(of command: JSON) -> String {
    let name = ManualCommand.name(of: command)
    return heading("annals-\(name)", 1, ManualCommand.purpose(of: command))
      + ManualCommand(command, path: "annals \(name)").text
      + seeAlso(["annals(1)", "annals-formats(7)", "annals-exit-codes(7)"])
  }

  private static func front(_ tool: JSON) -> String {
    var text = heading("annals", 1, ManualCommand.purpose(of: tool))
    text +=
      ManualText.section("Synopsis")
      + "\(ManualText.bold("annals")) \(ManualText.italic("command")) [options]\n"
    text += ManualText.section("Description")
    text += ManualText.paragraphs(tool["discussion"]?.string ?? "")
    text += ManualText.section("Commands")
    let commands = (tool["subcommands"]?.elements ?? []).filter(isShown)
    for group in Annals.configuration.groupedSubcommands {
      text += ".SS \(ManualText.quoted(group.name))\n"
      let names = group.subcommands.map { $0._commandName }
      for command in commands where names.contains(ManualCommand.name(of: command)) {
        text += ".TP\n\(ManualText.bold("annals-\(ManualCommand.name(of: command))"))(1)\n"
        text += ManualText.escaped(ManualCommand.purpose(of: command)) + "\n"
      }
    }
    return text + seeAlso(HelpTopics.names.map { "annals-\($0)(7)" })
  }

  private static func seeAlso(_ pages: [String]) -> String {
    ManualText.section("See also")
      + pages.map { page in
        let parts = page.split(separator: "(", maxSplits: 1)
        return "\(ManualText.bold(parts[0]))(\(parts[1])"
      }.joined(separator: ",\n") + "\n"
  }
}
