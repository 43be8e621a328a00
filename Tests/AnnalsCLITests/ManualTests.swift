import AnnalsCLI
import Foundation
import Testing

@testable import AnnalsCLI

/// The manual, and what shells complete.
@Suite struct ManualTests {
  @Test func `every command that is shown has a page, and every topic of help`() throws {
    let names = try Manual.pages().map(\.name)
    #expect(Set(names).count == names.count)
    for command in Annals.commandNames { #expect(names.contains("annals-\(command).1")) }
    for topic in HelpTopics.names { #expect(names.contains("annals-\(topic).7")) }
  }

  @Test func `a page holds the synopsis, every option and the examples of its command`() throws {
    let page = try #require(Manual.pages().first { $0.name == "annals-compare.1" }).text
    #expect(page.contains("\n\\fBannals compare\\fR [options] [\\fIactor\\fR ...]\n"))
    #expect(page.contains(".TP\n\\fB\\-p\\fR, \\fB\\-\\-period\\fR \\fIperiod\\fR\n"))
    #expect(page.contains(".RS 2\n.nf\nannals compare OpenAI"))
  }

  @Test func `nothing that is told is taken for a request or a letter that man does not know`()
    throws
  {
    let macros: Set = ["TH", "SH", "SS", "TP", "PP", "RS", "RE", "nf", "fi", "br"]
    for page in try Manual.pages() {
      for line in page.text.split(separator: "\n") where ".'".contains(line.first!) {
        #expect(macros.contains(String(line.dropFirst().prefix { $0 != " " })), "\(line)")
      }
      let spelled = page.text.replacing("\\e", with: "").replacing(
        /\\(&|-|f[BIR]|\([a-z]{2}|\[u[0-9A-F]+\])/, with: "")
      #expect(page.text.allSatisfy(\.isASCII) && !spelled.contains("\\"), "\(page.name)")
    }
    #expect(ManualText.escaped(".TH \\ a-b 融") == "\\&.TH \\e a\\-b \\[u878D]")
  }
}
