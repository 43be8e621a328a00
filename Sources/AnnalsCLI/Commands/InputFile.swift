import FeedParsing
import Foundation

/// A file named on the command line; `-` is standard input.
enum InputFile {
  /// The names with every folder replaced by the files below it, in the order of their names.
  static func expand(_ names: [String]) throws -> [String] {
    try names.flatMap { name -> [String] in
      var isFolder: ObjCBool = false
      guard name != "-", FileManager.default.fileExists(atPath: name, isDirectory: &isFolder),
        isFolder.boolValue
      else { return [name] }
      guard let paths = FileManager.default.subpaths(atPath: name) else {
        throw Failure(.badInput, "the folder \(name) cannot be read")
      }
      return paths.sorted().map { name.hasSuffix("/") ? name + $0 : "\(name)/\($0)" }.filter {
        path in
        var isFolder: ObjCBool = false
        return !path.split(separator: "/").last!.hasPrefix(".")
          && FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
          && !isFolder.boolValue
      }
    }
  }

  /// The bytes of a file, or the first `limit` of them.
  static func read(
    _ name: String, _ surroundings: Surroundings, limit: Int = .max
  ) throws -> [UInt8] {
    if name == "-" { return try surroundings.input(limit) }
    guard let file = FileHandle(forReadingAtPath: name) else {
      let isThere = FileManager.default.fileExists(atPath: name)
      throw Failure(
        .badInput, isThere ? "\(name) cannot be read" : "there is no file \(name)",
        hint: isThere ? "is it a file, and may you read it?" : nil)
    }
    defer { try? file.close() }
    do { return Array(try file.read(upToCount: limit) ?? Data()) } catch {
      throw Failure(.badInput, "\(name) cannot be read", hint: "is it a file?")
    }
  }

  /// A feed's bytes: one more than a feed may have, so that a larger one is refused and not read.
  static func readFeed(_ name: String, _ surroundings: Surroundings) throws -> [UInt8] {
    try read(name, surroundings, limit: FeedLimits.standard.documentBytes + 1)
  }
}
