import FeedParsing
import Foundation

/// A file named on the command line; `-` is standard input.
enum InputFile {
  /// The names with every folder replaced by the files below it, in the order of their names. A folder
  /// that cannot be read stays, so that reading it says so.
  static func expand(_ names: [String]) -> [String] {
    names.flatMap { name -> [String] in
      var isFolder: ObjCBool = false
      guard name != "-", FileManager.default.fileExists(atPath: name, isDirectory: &isFolder),
        isFolder.boolValue
      else { return [name] }
      return files(below: name).sorted()
    }
  }

  /// Without hidden ones, and without following links to folders, which may lead in circles.
  private static func files(below folder: String) -> [String] {
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
      return [folder]
    }
    return names.filter { !$0.hasPrefix(".") }.flatMap { name -> [String] in
      let path = folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
      var isFolder: ObjCBool = false
      _ = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      guard isFolder.boolValue else { return [path] }
      let isLink = (try? FileManager.default.destinationOfSymbolicLink(atPath: path)) != nil
      return isLink ? [] : files(below: path)
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
