/// The words of a headline, to tell whether two are the same: Latin words and pairs of Han letters.
struct TitleWords {
  private(set) var words: Set<String> = []

  init(_ title: String) {
    var word = ""
    var han: Character?
    for letter in title.lowercased() + " " {
      let isHan = letter.unicodeScalars.first.map { 0x3400...0x9FFF ~= $0.value } ?? false
      if isHan {
        if let han { words.insert(String([han, letter])) }
      } else if letter.isLetter || letter.isNumber {
        word.append(letter)
        han = nil
        continue
      }
      if !word.isEmpty { words.insert(word) }
      word = ""
      han = isHan ? letter : nil
    }
    if words.isEmpty { words = [title] }
  }
}
