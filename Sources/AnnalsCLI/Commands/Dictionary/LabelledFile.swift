import EventCoding
import Ingestion
import JSONText

/// Labelled items in JSON Lines.
enum LabelledFile {
  static func read(_ file: String, _ surroundings: Surroundings) throws -> [LabelledItem] {
    try items(in: InputFile.read(file, surroundings), of: file)
  }

  static func items(in bytes: [UInt8], of file: String) throws -> [LabelledItem] {
    var lines = Lines(of: file, bytes: bytes)
    var items: [LabelledItem] = []
    while let line = try lines.next() {
      let json: JSON
      do { json = try JSON.parse(line.bytes) } catch {
        throw Failure(.badInput, "\(file):\(line.number): \(error.reason)")
      }
      guard let item = LabelledItem(json: json) else {
        throw Failure(
          .badInput, "\(file):\(line.number): a labelled item has a title and labels",
          hint: #"{"id","title","published","labels":{"types":[…],"actors":[…],"stance"}}"#)
      }
      items.append(item)
    }
    return items
  }
}
