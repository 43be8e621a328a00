import Foundation

/// A file named on the command line; `-` is standard input.
enum InputFile {
  static func read(_ name: String, _ surroundings: Surroundings) throws -> [UInt8] {
    if name == "-" { return try surroundings.input() }
    guard let data = FileManager.default.contents(atPath: name) else {
      let isThere = FileManager.default.fileExists(atPath: name)
      throw Failure(
        .badInput, isThere ? "\(name) cannot be read" : "there is no file \(name)",
        hint: isThere ? "is it a file, and may you read it?" : nil)
    }
    return Array(data)
  }
}
