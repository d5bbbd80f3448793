import Screen

extension Key {
  /// The key of a Latin keyboard at whose position a letter of another script stands; nil for all
  /// other keys. With a Cyrillic, Greek or Hebrew layout every command stays where the fingers know
  /// it.
  var latinTwin: Key? {
    guard case .character(let character) = self, !character.isASCII else { return nil }
    return KeyPosition.latin[character].map { .character($0) }
  }
}

/// Which key of a Latin keyboard (the US layout) stands at the position of a letter.
enum KeyPosition {
  /// By rows from the top left, small letters then capitals. Ukrainian and Russian share a line where
  /// they have the same letters.
  private static let rows: [(letters: String, latin: String)] = [
    ("йцукенгшщзхъ", "qwertyuiop[]"), ("фывапролджэ", "asdfghjkl;'"), ("ячсмитьбюё", "zxcvbnm,.`"),
    ("ЙЦУКЕНГШЩЗХЪ", "QWERTYUIOP{}"), ("ФЫВАПРОЛДЖЭ", "ASDFGHJKL:\""), ("ЯЧСМИТЬБЮЁ", "ZXCVBNM<>~"),
    ("іїєґ", "s]'\\"), ("ІЇЄҐ", "S}\"|"),
    ("ςερτυθιοπ", "wertyuiop"), ("ασδφγηξκλ", "asdfghjkl"), ("ζχψωβνμ", "zxcvbnm"),
    ("ΕΡΤΥΘΙΟΠ", "ERTYUIOP"), ("ΑΣΔΦΓΗΞΚΛ", "ASDFGHJKL"), ("ΖΧΨΩΒΝΜ", "ZXCVBNM"),
    ("קראטוןםפ", "ertyuiop"), ("שדגכעיחלךף", "asdfghjkl;"), ("זסבהנמצתץ", "zxcvbnm,."),
  ]

  static let latin: [Character: Character] = {
    var result: [Character: Character] = [:]
    for row in rows {
      for (letter, latin) in zip(row.letters, row.latin) { result[letter] = latin }
    }
    return result
  }()
}
