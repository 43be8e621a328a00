/// The known word that a mistyped one most likely meant; nil when none is near.
///
/// Near is an edit distance (Levenshtein) of at most a third of the word's length, or a known word
/// that the given one starts with or is the start of.
package func nearest(to word: String, in known: some Sequence<String>) -> String? {
  let given = Array(word.lowercased().unicodeScalars)
  var best: (word: String, distance: Int)?
  for candidate in known {
    let letters = Array(candidate.lowercased().unicodeScalars)
    let isPart = given.count > 2 && (letters.starts(with: given) || given.starts(with: letters))
    let distance = isPart ? 1 : editDistance(given, letters)
    if distance <= max(1, given.count / 3), distance < best?.distance ?? .max {
      best = (candidate, distance)
    }
  }
  return best?.word
}

private func editDistance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
  var row = Array(0...right.count)
  for (i, a) in left.enumerated() {
    var diagonal = row[0]
    row[0] = i + 1
    for (j, b) in right.enumerated() {
      let substituted = diagonal + (a == b ? 0 : 1)
      diagonal = row[j + 1]
      row[j + 1] = min(substituted, diagonal + 1, row[j] + 1)
    }
  }
  return row[right.count]
}
