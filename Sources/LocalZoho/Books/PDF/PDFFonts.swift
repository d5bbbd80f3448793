import CHaru
import Foundation

/// The two fonts of a document: DejaVu Sans where it is installed, else the built-in Helvetica.
///
/// DejaVu is embedded and takes Unicode; Helvetica shows what Windows' Latin code page has, and a
/// question mark for the rest.
struct PDFFonts {
  /// Where Linux distributions and macOS keep fonts.
  static let usualFolders = [
    "/usr/share/fonts/truetype/dejavu", "/usr/share/fonts/dejavu",
    "/usr/share/fonts/dejavu-sans-fonts", "/usr/share/fonts/TTF", "/usr/local/share/fonts",
    "/Library/Fonts", "/opt/homebrew/share/fonts",
  ]

  let regular: HPDF_Font
  let bold: HPDF_Font
  private let isUnicode: Bool

  /// Loads the fonts into a document; nil only when the document has no memory left.
  init?(in document: HPDF_Doc, folders: [String]) {
    if HPDF_UseUTFEncodings(document) == HPDF_STATUS(HPDF_OK),
      let regular = Self.dejavu("DejaVuSans.ttf", in: document, folders: folders)
    {
      self.regular = regular
      bold = Self.dejavu("DejaVuSans-Bold.ttf", in: document, folders: folders) ?? regular
      isUnicode = true
      return
    }
    guard let regular = HPDF_GetFont(document, "Helvetica", "WinAnsiEncoding"),
      let bold = HPDF_GetFont(document, "Helvetica-Bold", "WinAnsiEncoding")
    else { return nil }
    self.regular = regular
    self.bold = bold
    isUnicode = false
  }

  private static func dejavu(
    _ file: String, in document: HPDF_Doc, folders: [String]
  ) -> HPDF_Font? {
    let paths = folders.map { $0 + "/" + file }
    guard let path = paths.first(where: { FileManager.default.isReadableFile(atPath: $0) }),
      let name = HPDF_LoadTTFontFromFile(document, path, HPDF_BOOL(HPDF_TRUE))
    else {
      HPDF_ResetError(document)
      return nil
    }
    return HPDF_GetFont(document, name, "UTF-8")
  }

  /// A text as the fonts want it: a C string without control characters.
  ///
  /// libharu's Unicode fonts stop at 16 bits, so that an emoji becomes the replacement character.
  func bytes(_ text: String) -> [CChar] {
    guard isUnicode else { return Self.latin(text) }
    var plain = String.UnicodeScalarView()
    for scalar in text.unicodeScalars where !Self.isControl(scalar) {
      plain.append(scalar.value > 0xFFFF ? "\u{FFFD}" : scalar)
    }
    return Array(String(plain).utf8CString)
  }

  /// A text in Windows' Latin code page, with a question mark for what it lacks.
  static func latin(_ text: String) -> [CChar] {
    var bytes: [CChar] = []
    for scalar in text.precomposedStringWithCanonicalMapping.unicodeScalars
    where !isControl(scalar) {
      let byte: UInt8 =
        switch scalar.value {
        case 0x20..<0x7F, 0xA0...0xFF: UInt8(scalar.value)
        case 0x20AC: 0x80
        case 0x2013: 0x96
        case 0x2014: 0x97
        case 0x2018: 0x91
        case 0x2019: 0x92
        case 0x201C: 0x93
        case 0x201D: 0x94
        case 0x2022: 0x95
        case 0x2026: 0x85
        default: UInt8(ascii: "?")
        }
      bytes.append(CChar(bitPattern: byte))
    }
    return bytes + [0]
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value)
  }
}
