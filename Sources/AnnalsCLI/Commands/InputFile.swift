import FeedParsing
import Foundation
import Ingestion

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

  /// The bytes of a file; one that is larger than what is kept in memory is refused.
  static func read(_ name: String, _ surroundings: Surroundings) throws -> [UInt8] {
    let bytes = try read(name, surroundings, limit: Lines.longest + 1)
    guard bytes.count <= Lines.longest else {
      throw Failure(
        .badInput, "\(name) is larger than \(Lines.longest >> 20) MB",
        hint: "split it: its lines can be given in several files")
    }
    return bytes
  }

  /// The first bytes of a file.
  private static func read(
    _ name: String, _ surroundings: Surroundings, limit: Int
  ) throws -> [UInt8] {
    if name == "-" { return try surroundings.input(limit) }
    return try read(open(name), named: name, limit: limit)
  }

  private static func open(_ name: String) throws -> FileHandle {
    if let file = FileHandle(forReadingAtPath: name) { return file }
    let isThere = FileManager.default.fileExists(atPath: name)
    throw Failure(
      .badInput, isThere ? "\(name) cannot be read" : "there is no file \(name)",
      hint: isThere ? "is it a file, and may you read it?" : nil)
  }

  private static func read(_ file: FileHandle, named name: String, limit: Int) throws -> [UInt8] {
    do { return Array(try file.read(upToCount: limit) ?? Data()) } catch {
      throw Failure(.badInput, "\(name) cannot be read", hint: "is it a file?")
    }
  }

  /// The lines of a file of any size, read piece by piece. What is no plain file is copied to its end
  /// first, so that nobody waits for its writer while a store is held.
  static func readLines(_ name: String, _ surroundings: Surroundings) throws -> Lines {
    let file = try isPlain(name) ? open(name) : copy(name, surroundings)
    return Lines(of: name) { try read(file, named: name, limit: $0) }
  }

  private static func isPlain(_ name: String) -> Bool {
    var status = stat()
    return name != "-" && stat(name, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }

  /// A copy in a file without a name, which goes when it is closed.
  private static func copy(_ name: String, _ surroundings: Surroundings) throws -> FileHandle {
    guard let stream = tmpfile() else {
      throw Failure(.cannotWrite, "no temporary file: \(String(cString: strerror(errno)))")
    }
    defer { fclose(stream) }
    let source = name == "-" ? nil : try open(name)
    let piece = 1 << 20
    while true {
      let bytes =
        try source.map { try read($0, named: name, limit: piece) } ?? surroundings.input(piece)
      try Surroundings.writeAll(bytes, to: fileno(stream), named: "a temporary file")
      if bytes.count != piece { break }
    }
    rewind(stream)
    return FileHandle(fileDescriptor: dup(fileno(stream)), closeOnDealloc: true)
  }

  /// A feed's bytes: one more than a feed may have, so that a larger one is refused and not read.
  static func readFeed(_ name: String, _ surroundings: Surroundings) throws -> [UInt8] {
    try read(name, surroundings, limit: FeedLimits.standard.documentBytes + 1)
  }
}
