import TOMLKit

/// A dictionary file as written: lists of words under a section and a key, such as the section
/// `events.funding` and the key `strong`.
struct WordLists: Sendable {
  struct List: Sendable {
    /// Tables from the outermost inwards; `["actors", "company"]`.
    let section: [String]
    let key: String
    let words: [String]
  }

  let lists: [List]

  /// Reads TOML. Everything in a dictionary is a table or a list of strings.
  init(toml: String, file: String) throws(DictionaryError) {
    let table: TOMLTable
    do { table = try TOMLTable(string: toml) } catch {
      throw DictionaryError(file: file, problem: "\(error)")
    }
    var lists: [List] = []
    try WordLists.read(table, [], file, into: &lists)
    self.lists = lists
  }

  private static func read(
    _ table: TOMLTable, _ section: [String], _ file: String, into lists: inout [List]
  ) throws(DictionaryError) {
    for key in table.keys {
      let value = table[key]
      if let inner = value?.table {
        try read(inner, section + [key], file, into: &lists)
      } else if let array = value?.array {
        let words = array.compactMap(\.string)
        guard words.count == array.count else {
          throw DictionaryError(
            file: file,
            problem: "\((section + [key]).joined(separator: ".")) should be a list of strings")
        }
        lists.append(List(section: section, key: key, words: words))
      } else {
        throw DictionaryError(
          file: file,
          problem: "\((section + [key]).joined(separator: ".")) should be a list of strings")
      }
    }
  }
}
