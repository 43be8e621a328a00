/// How many bits the common characters of a language cost: −log₂ of their share in its text.
struct CharacterShares: Sendable {
  private let bits: [UInt32: Int]

  init(_ characters: [Int: String]) {
    var bits: [UInt32: Int] = [:]
    for (cost, text) in characters {
      for scalar in text.unicodeScalars { bits[scalar.value] = cost }
    }
    self.bits = bits
  }

  /// nil for a character that is not common.
  subscript(scalar: UInt32) -> Int? { bits[scalar] }
}

/// The letters of alphabets, counted like those of ``CharacterShares/simplified``; for Thai, which
/// wordfreq lacks, roughly.
///
/// Where languages share an encoding, an accented letter has its share in the language that uses
/// it most.
extension CharacterShares {
  /// Russian, Ukrainian and Bulgarian.
  static let cyrillic = CharacterShares([
    3: "оа",
    4: "еинтсрв",
    5: "клдмпу",
    6: "язбгічь",
    7: "йыжхцш",
    8: "ющъф",
    9: "їэ",
    10: "є",
    11: "ё",
  ])

  static let greek = CharacterShares([
    3: "α",
    4: "τοσιεν",
    5: "ρπκμηυλίάς",
    6: "όέγδωήχ",
    7: "θύφώβ",
    8: "ξζ",
    10: "ψϊΐϋ",
  ])

  /// Arabic and Persian.
  static let arabic = CharacterShares([
    3: "ا",
    4: "لمرنودهت",
    5: "یبيسع",
    6: "فشقکةحزكجخ",
    7: "أصطگ",
    8: "ىذضإثآپغ",
    9: "چئظء",
    11: "ؤژ",
  ])

  static let hebrew = CharacterShares([
    3: "יו",
    4: "הלאתרבמש",
    5: "נעםדכח",
    6: "קפסגןצזט",
    7: "ך",
    9: "ף",
    10: "ץ",
  ])

  /// Consonants, vowels and tone marks alike.
  static let thai = CharacterShares([
    4: "านรอก",
    5: "เงมยลวดทตสะป่้ัีิ",
    6: "หบค์แไพจชข",
    7: "ุูใโืผ",
    8: "ถณศธภซษ",
    9: "ฟึญ็ฐ",
    10: "ฉฝฎๆฏฮฑฒฌฆฤ",
  ])

  /// Accented letters of French, German, Spanish, Portuguese, Italian, Dutch and Scandinavian.
  static let western = CharacterShares([
    4: "ä",
    6: "åéö",
    7: "øæãüó",
    8: "çíàáè",
    9: "êñ",
    10: "úùõò",
    11: "ìôëâ",
    12: "îû",
    13: "œ",
  ])

  /// Accented letters of Polish, Czech, Slovak, Hungarian, Romanian and Croatian.
  static let central = CharacterShares([
    5: "éíăá",
    6: "ěłęșžî",
    7: "řčýżțšöąóúőśť",
    8: "ćâüůľ",
    9: "ôđďűńň",
    10: "äź",
    13: "ĺ",
  ])

  static let turkish = CharacterShares([
    5: "ı",
    6: "üşç",
    7: "ğö",
    12: "â",
  ])

  static let baltic = CharacterShares([
    5: "ā",
    6: "īēėųš",
    7: "žąįū",
    8: "ņļč",
    9: "ę",
    10: "ķģ",
  ])
}
