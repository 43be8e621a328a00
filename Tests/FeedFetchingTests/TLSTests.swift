import FeedFetching
import Foundation
import Testing

/// A TLS server with a certificate that nobody vouches for, by openssl(1).
@Suite struct TLSTests {
  static let openssl = "/usr/bin/openssl"

  @Test(
    .enabled(if: FileManager.default.isExecutableFile(atPath: openssl), "no openssl(1) here"))
  func `a certificate that nobody vouches for is refused`() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let (key, certificate) = (folder.path + "/key", folder.path + "/certificate")
    try Self.start([
      "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
      "-subj", "/CN=localhost", "-keyout", key, "-out", certificate,
    ]).waitUntilExit()
    let pipe = Pipe()
    let server = try Self.start(
      ["s_server", "-accept", "127.0.0.1:0", "-key", key, "-cert", certificate, "-www"], pipe)
    // It inherits from a thread of Swift's that SIGTERM is blocked.
    defer { kill(server.processIdentifier, SIGKILL) }
    let port = try #require(Self.port(from: pipe))
    let request = FetchRequest(try FeedURL("https://localhost:\(port)/"))
    #expect(
      try Behaviour.outcome(of: request)
        == "failed: no secure connection: SSL certificate problem: self-signed certificate")
  }

  private static func start(_ arguments: [String], _ output: Pipe? = nil) throws -> Process {
    let process = Process()
    process.executableURL = URL(filePath: openssl)
    process.arguments = arguments
    process.standardOutput = output ?? FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    return process
  }

  /// From the line `ACCEPT 127.0.0.1:4433`.
  private static func port(from pipe: Pipe) -> Int? {
    var text = ""
    while !text.contains("\n") || !text.contains("ACCEPT") {
      let bytes = pipe.fileHandleForReading.availableData
      if bytes.isEmpty { return nil }
      text += String(decoding: bytes, as: UTF8.self)
    }
    return text.split(separator: "\n").first { $0.hasPrefix("ACCEPT") }?
      .split(separator: ":").last.flatMap { Int($0) }
  }
}
