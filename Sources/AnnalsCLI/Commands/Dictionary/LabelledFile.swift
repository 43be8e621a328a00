import EventCoding
import JSONText

/// Labelled items in JSON Lines.
enum LabelledFile {
  static func read(_ file: String, _ surroundings: Surroundings) throws -> [LabelledItem] {
    try InputFile.lines(of: InputFile.read(file, surroundings)).map { number, line in
      let json: JSON
      do { json = try JSON.parse(Array(line)) } catch let error as JSONError {
        throw Failure(.badInput, "\(file):\(number): \(error.reason)")
      }
      guard let item = LabelledItem(json: json) else {
        throw Failure(
          .badInput, "\(file):\(number): a labelled item has a title and labels",
          hint: #"{"id","title","published","labels":{"types":[…],"actors":[…],"stance"}}"#)
      }
      return item
    }
  }
}
