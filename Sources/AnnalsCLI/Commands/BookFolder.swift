import EventModel
import Foundation
import Ingestion
import JSONText

/// A folder of exported books. Books that people have written are never overwritten.
struct BookFolder {
  private let path: String

  init(_ path: String) { self.path = path }

  /// Writes each book whole; says how many rows each has.
  func write(
    _ books: BookWriting, _ surroundings: Surroundings
  ) throws -> [(name: String, rows: Int)] {
    do {
      try FileManager.default.createDirectory(
        atPath: path, withIntermediateDirectories: true)
    } catch {
      throw Failure(.cannotWrite, "cannot make the folder \(path)", hint: "is it a file?")
    }
    for book in BookWriting.Book.allCases { try checkOurs(file(book)) }
    return try BookWriting.Book.allCases.map { book in
      var rows = 0
      try OutputFile(file(book), sparing: surroundings.stores).write { write in
        try books.write(book) { row in
          rows += 1
          try write(row.bytes + [UInt8(ascii: "\n")])
        }
      }
      return (book.rawValue, rows)
    }
  }

  private func file(_ book: BookWriting.Book) -> String { "\(path)/\(book.rawValue).jsonl" }

  /// Throws where a file is there whose first row has no id as exported rows have.
  private func checkOurs(_ file: String) throws {
    guard let handle = FileHandle(forReadingAtPath: file),
      let begin = try? handle.read(upToCount: 64), !begin.isEmpty
    else { return }
    let words = String(decoding: begin, as: UTF8.self).split(separator: "\"", maxSplits: 4)
    guard words.count >= 4, words[1] == "id", RecordID(words[3]) != nil else {
      throw Failure(
        .cannotWrite, "\(file) is a book of somebody's own writing",
        hint: "name a folder for exported books alone")
    }
  }
}
