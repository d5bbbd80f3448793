/// The decimal point of a language.
public enum DecimalPoint {
  /// The point, or the comma, that people of a locale write before decimals; nil for no locale at all.
  ///
  /// - Parameter name: A locale as the environment names it, such as `de_DE.UTF-8`.
  public static func ofLocale(_ name: String) -> Character? {
    let words = name.split { "_.@".contains($0) }.map { $0.lowercased() }
    guard let language = words.first, !["c", "posix"].contains(language) else { return nil }
    let country = words.dropFirst().first { $0.count == 2 } ?? ""
    // Where a country writes otherwise than others of its language.
    switch (language, country) {
    case ("de", "ch"), ("de", "li"), ("it", "ch"), ("fr", "ch"): return "."
    case ("es", "mx"), ("es", "us"), ("es", "pr"), ("es", "do"), ("es", "pe"), ("es", "gt"):
      return "."
    case ("en", "za"): return ","
    default: return commas.contains(language) ? "," : "."
    }
  }

  /// The languages that write a comma, after CLDR.
  private static let commas: Set<String> = [
    "af", "az", "be", "bg", "bs", "ca", "cs", "da", "de", "el", "es", "et", "eu", "fi", "fr", "gl",
    "hr", "hu", "hy", "id", "is", "it", "ka", "kk", "lt", "lv", "mk", "nb", "nl", "nn", "no", "pl",
    "pt", "ro", "ru", "sk", "sl", "sq", "sr", "sv", "tr", "uk", "uz", "vi",
  ]
}
