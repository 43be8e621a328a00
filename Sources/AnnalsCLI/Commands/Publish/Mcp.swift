import ArgumentParser
import Querying
import Serving

struct Mcp: AnnalsCommand {
  static let configuration = CommandConfiguration(
    commandName: "mcp",
    abstract: "Answer a language model's questions: the Model Context Protocol over stdio.",
    discussion: """
      A client starts it and speaks over standard input and output. Its tools are questions, nothing can be \
      written: \(MCPServer.inquiries.map(\.name).joined(separator: ", ")). What is quoted from feeds is \
      fenced.

        {"mcpServers": {"annals": {"command": "annals", "args": ["mcp"]}}}
      """)

  @OptionGroup var store: StoreOptions

  func run(in surroundings: Surroundings) throws {
    let server = MCPServer(try store.desk(surroundings), version: Program.version)
    try MCPSession().run(
      server, read: surroundings.arriving, write: surroundings.output.write)
  }
}
