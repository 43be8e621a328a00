import Foundation
import Testing

/// The scripts by which shells complete, in the shells themselves.
@Suite struct ShellTests {
  /// A folder with a program that offers what a feed may have said.
  private final class Bench {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)

    init(offering lines: String) throws {
      let program = folder.appending(path: "annals")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try "#!/bin/sh\ncat <<'END'\nwords\n\(lines)\nEND\n".write(
        to: program, atomically: true, encoding: .utf8)
      try FileManager.default.setAttributes(
        [.posixPermissions: 0o755], ofItemAtPath: program.path)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// What a shell prints that is given a script after the program's completion.
    func run(_ shell: String, _ script: String) throws -> String {
      let completion = folder.appending(path: "completion").path
      try Person().run("--generate-completion-script", shell).output.write(
        toFile: completion, atomically: true, encoding: .utf8)
      let (process, pipe) = (Process(), Pipe())
      process.executableURL = URL(filePath: ShellTests.path(of: shell)!)
      process.arguments = ["-c", "source \(completion); \(script)"]
      process.currentDirectoryURL = folder
      process.environment = ["PATH": "\(folder.path):/usr/bin:/bin", "HOME": folder.path]
      process.standardOutput = pipe
      process.standardError = FileHandle.nullDevice
      try process.run()
      let bytes = try pipe.fileHandleForReading.readToEnd() ?? Data()
      process.waitUntilExit()
      return String(decoding: bytes, as: UTF8.self)
    }
  }

  private static func path(of shell: String) -> String? {
    ["/bin/\(shell)", "/usr/bin/\(shell)"].first(where: FileManager.default.isExecutableFile)
  }

  static let hostile = "actor:OpenAI\tits name\nactor:\"Two Words\"\nactor:$(touch run)`touch run`"

  @Test(.enabled(if: ShellTests.path(of: "bash") != nil))
  func `bash keeps words with colons together, quotes, and runs nothing of what is offered`() throws
  {
    let bench = try Bench(offering: Self.hostile)
    let offered = try bench.run(
      "bash",
      """
      COMP_LINE="annals log actor:O"; COMP_POINT=18; COMP_CWORD=4
      COMP_WORDS=(annals log actor : O); _annals annals O :
      printf '%s\\n' "${COMPREPLY[@]}"
      """)
    #expect(
      offered == "OpenAI\n\\\"Two\\ Words\\\"\n\\$\\(touch\\ run\\)\\`touch\\ run\\`\n")
    #expect(!FileManager.default.fileExists(atPath: bench.folder.appending(path: "run").path))
  }

  @Test(.enabled(if: ShellTests.path(of: "fish") != nil))
  func `fish offers words with their meanings, and runs nothing of what is offered`() throws {
    let bench = try Bench(offering: Self.hostile)
    let offered = try bench.run("fish", "complete -C 'annals log actor:O'")
    #expect(offered == "actor:OpenAI\tits name\n")
    _ = try bench.run("fish", "complete -C 'annals log actor:'")
    #expect(!FileManager.default.fileExists(atPath: bench.folder.appending(path: "run").path))
  }

  @Test(.enabled(if: ShellTests.path(of: "zsh") != nil))
  func `zsh is offered words that end, and words that go on`() throws {
    let bench = try Bench(offering: "actor:\n\(Self.hostile)")
    let offered = try bench.run(
      "zsh",
      """
      compadd() { print -r -- "$@" ${(P)@[-1]} }
      words=(annals log actor:O); CURRENT=3; _annals
      """)
    #expect(offered.contains("-S  -a more actor:\n"))
    #expect(offered.contains("-a offers actor:OpenAI actor:$(touch run)`touch run`\n"))
    #expect(offered.contains("-a quoted actor:\"Two Words\"\n"))
    #expect(!FileManager.default.fileExists(atPath: bench.folder.appending(path: "run").path))
  }
}
