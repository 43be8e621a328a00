import EventCoding
import JSONText

/// Labelled items in JSON Lines.
enum LabelledFile {
  static func read(_ file: String, _ surroundings: Surroundings) throws -> [LabelledItem] {
    try InputFile.read(file, surroundings).split(separator: 0x0A).enumerated().map { index, line in
      let json: JSON
      do { json = try JSON.parse(Array(line)) } catch {
        throw Failure(.badInput, "\(file):\(index + 1): \(error)")
      }
      guard let item = LabelledItem(json: json) else {
        throw Failure(
          .badInput, "\(file):\(index + 1): a labelled item has a title and labels",
          hint: #"{"id","title","published","labels":{"types":[…],"actors":[…],"stance"}}"#)
      }
      return item
    }
  }
}
