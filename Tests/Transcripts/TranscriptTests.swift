import Foundation
import Testing

/// Runs the README's tour and every case of `cases/`. To record what the commands print now, as after
/// an intended change: `ANNALS_RECORD=1 swift test --disable-xctest --filter Transcripts`. With
/// `ANNALS_TRANSCRIPT=compare.md` it is that one alone.
@Suite(.serialized) struct TranscriptTests {
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static let files: [URL] = {
    let cases = root.appending(path: "Tests/Transcripts/cases")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: cases.path)) ?? []
    let files =
      [root.appending(path: "README.md")]
      + names.filter { $0.hasSuffix(".md") }.sorted().map { cases.appending(path: $0) }
    let wanted = ProcessInfo.processInfo.environment["ANNALS_TRANSCRIPT"]
    return files.filter { wanted == nil || $0.lastPathComponent == wanted }
  }()

  @Test(arguments: files)
  func `commands print what the transcript shows`(file: URL) throws {
    #expect(FileManager.default.changeCurrentDirectoryPath(Self.root.path))
    let transcript = try Transcript(file)
    let (text, steps) = transcript.rerun()
    if ProcessInfo.processInfo.environment["ANNALS_RECORD"] != nil {
      try text.write(to: file, atomically: true, encoding: .utf8)
      return
    }
    for (expected, actual) in steps { #expect(actual == expected) }
  }
}
