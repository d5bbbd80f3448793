import CHaru
import Foundation

/// A PDF file being written, page by page, through libharu.
///
/// Lengths are points (1/72 inch) and `y` counts down from the top of the page, as people read. Text
/// may be in any script: what the font lacks shows as its box, and nothing in a text is an error.
struct PDFDocument: ~Copyable {
  /// What the library refused, by its own error number.
  struct Failure: Error, CustomStringConvertible {
    let code: UInt
    var description: String { "The PDF library refused the document (error \(code))." }
  }

  /// How a text sits at its point.
  enum Alignment {
    case left, right
  }

  static let pageWidth: Float = 595
  static let pageHeight: Float = 842

  private let document: HPDF_Doc
  private let fonts: PDFFonts
  private var page: HPDF_Page

  /// An A4 document with one empty page.
  init(title: String, fontFolders: [String] = PDFFonts.usualFolders) throws {
    guard let document = HPDF_New(nil, nil) else { throw Failure(code: 0) }
    HPDF_SetCompressionMode(document, HPDF_UINT(HPDF_COMP_ALL))
    guard let fonts = PDFFonts(in: document, folders: fontFolders),
      let page = HPDF_AddPage(document)
    else {
      let code = HPDF_GetError(document)
      HPDF_Free(document)
      throw Failure(code: UInt(code))
    }
    self.document = document
    self.fonts = fonts
    self.page = page
    HPDF_Page_SetSize(page, HPDF_PAGE_SIZE_A4, HPDF_PAGE_PORTRAIT)
    PDFFonts.latin(title).withUnsafeBufferPointer { bytes in
      _ = HPDF_SetInfoAttr(document, HPDF_INFO_TITLE, bytes.baseAddress)
    }
  }

  deinit {
    HPDF_Free(document)
  }

  /// Begins the next page.
  mutating func startPage() throws {
    guard let next = HPDF_AddPage(document) else {
      throw Failure(code: UInt(HPDF_GetError(document)))
    }
    page = next
    HPDF_Page_SetSize(page, HPDF_PAGE_SIZE_A4, HPDF_PAGE_PORTRAIT)
  }

  /// How wide a text is.
  func width(of text: String, size: Float, bold: Bool = false) -> Float {
    HPDF_Page_SetFontAndSize(page, bold ? fonts.bold : fonts.regular, size)
    return fonts.bytes(text).withUnsafeBufferPointer { bytes in
      HPDF_Page_TextWidth(page, bytes.baseAddress)
    }
  }

  /// Writes one line of text with its baseline at `y`, and its left or right end at `x`.
  func write(
    _ text: String, x: Float, y: Float, size: Float = 9, bold: Bool = false,
    alignment: Alignment = .left
  ) {
    guard !text.isEmpty else { return }
    let start = alignment == .left ? x : x - width(of: text, size: size, bold: bold)
    HPDF_Page_SetFontAndSize(page, bold ? fonts.bold : fonts.regular, size)
    HPDF_Page_BeginText(page)
    fonts.bytes(text).withUnsafeBufferPointer { bytes in
      _ = HPDF_Page_TextOut(page, start, Self.pageHeight - y, bytes.baseAddress)
    }
    HPDF_Page_EndText(page)
  }

  /// Draws a thin rule from left to right.
  func rule(from left: Float, to right: Float, y: Float) {
    HPDF_Page_SetLineWidth(page, 0.5)
    HPDF_Page_MoveTo(page, left, Self.pageHeight - y)
    HPDF_Page_LineTo(page, right, Self.pageHeight - y)
    HPDF_Page_Stroke(page)
  }

  /// A text broken into lines that fit the width: at spaces, or inside a word that is too long.
  func lines(of text: String, width limit: Float, size: Float) -> [String] {
    var lines: [String] = []
    for paragraph in text.split(separator: "\n", omittingEmptySubsequences: false) {
      var line = ""
      for word in paragraph.split(separator: " ") {
        let longer = line.isEmpty ? String(word) : line + " " + word
        if width(of: longer, size: size) <= limit {
          line = longer
          continue
        }
        if !line.isEmpty { lines.append(line) }
        line = ""
        for character in word {
          if !line.isEmpty, width(of: line + String(character), size: size) > limit {
            lines.append(line)
            line = ""
          }
          line.append(character)
        }
      }
      lines.append(line)
    }
    return lines
  }

  /// The finished file.
  consuming func data() throws -> Data {
    guard HPDF_SaveToStream(document) == HPDF_STATUS(HPDF_OK) else {
      throw Failure(code: UInt(HPDF_GetError(document)))
    }
    var left = HPDF_GetStreamSize(document)
    var file = Data(capacity: Int(left))
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while left > 0 {
      var count = HPDF_UINT32(min(Int(left), chunk.count))
      HPDF_ReadFromStream(document, &chunk, &count)
      guard count > 0 else { break }
      file.append(contentsOf: chunk.prefix(Int(count)))
      left -= count
    }
    return file
  }
}
