import Foundation

/// Lays a document out on A4 pages.
struct DocumentPDF: ~Copyable {
  private static let left: Float = 50
  private static let right: Float = 545
  private static let bottom: Float = 780
  private static let columns = (
    name: Float(72), quantity: Float(300), rate: Float(365), discount: Float(415),
    tax: Float(475), amount: Float(545)
  )

  private var document: PDFDocument
  private var y: Float = 60

  /// The document as a PDF file.
  ///
  /// - Throws: `PDFDocument.Failure` when the library refuses.
  static func file(
    for page: DocumentPage, fontFolders: [String] = PDFFonts.usualFolders
  ) throws -> Data {
    try file(for: [page], fontFolders: fontFolders)
  }

  /// Several documents in one file, each beginning on a new page.
  static func file(
    for pages: [DocumentPage], fontFolders: [String] = PDFFonts.usualFolders
  ) throws -> Data {
    let title = pages.count == 1 ? pages.first?.number : nil
    let document = try PDFDocument(title: title ?? "Documents", fontFolders: fontFolders)
    var layout = DocumentPDF(document: document)
    for (index, page) in pages.enumerated() {
      if index > 0 { try layout.startPage() }
      layout.drawHead(page)
      try layout.drawLines(page.lines)
      try layout.drawTotals(page)
      try layout.drawParagraph("Notes", page.notes)
      try layout.drawParagraph("Terms & Conditions", page.conditions)
    }
    return try layout.finish()
  }

  private init(document: consuming PDFDocument) {
    self.document = document
  }

  private consuming func finish() throws -> Data {
    try document.data()
  }

  private mutating func drawHead(_ page: DocumentPage) {
    document.write(page.organization, x: Self.left, y: y, size: 15, bold: true)
    document.write(page.title, x: Self.right, y: y, size: 20, alignment: .right)
    var leftY = y + 16
    for line in page.organizationAddress {
      document.write(line, x: Self.left, y: leftY)
      leftY += 12
    }
    document.write("# \(page.number)", x: Self.right, y: y + 18, bold: true, alignment: .right)
    document.write(page.stamp, x: Self.right, y: y + 32, bold: true, alignment: .right)

    y = max(leftY, y + 44) + 18
    document.write(page.partyLabel, x: Self.left, y: y)
    document.write(page.customer, x: Self.left, y: y + 13, size: 10, bold: true)
    leftY = y + 26
    for line in page.customerAddress {
      document.write(line, x: Self.left, y: leftY)
      leftY += 12
    }
    var rightY = y
    for (label, value) in page.facts where !value.isEmpty {
      document.write(label + " :", x: 420, y: rightY, alignment: .right)
      document.write(value, x: Self.right, y: rightY, alignment: .right)
      rightY += 14
    }
    y = max(leftY, rightY) + 16
  }

  private mutating func drawColumnHeads() {
    let columns = Self.columns
    document.rule(from: Self.left, to: Self.right, y: y - 12)
    document.write("#", x: Self.left, y: y, bold: true)
    document.write("Item & Description", x: columns.name, y: y, bold: true)
    document.write("Qty", x: columns.quantity, y: y, bold: true, alignment: .right)
    document.write("Rate", x: columns.rate, y: y, bold: true, alignment: .right)
    document.write("Discount", x: columns.discount, y: y, bold: true, alignment: .right)
    document.write("Tax", x: columns.tax, y: y, bold: true, alignment: .right)
    document.write("Amount", x: columns.amount, y: y, bold: true, alignment: .right)
    document.rule(from: Self.left, to: Self.right, y: y + 5)
    y += 20
  }

  private mutating func drawLines(_ lines: [DocumentPage.Line]) throws {
    drawColumnHeads()
    let columns = Self.columns
    for (index, line) in lines.enumerated() {
      let width = columns.quantity - columns.name - 45
      let names = document.lines(of: line.name, width: width, size: 9)
      let descriptions =
        line.description.isEmpty
        ? [] : document.lines(of: line.description, width: width, size: 8)
      if y + 24 > Self.bottom {
        try startPage()
        drawColumnHeads()
      }
      document.write(String(index + 1), x: Self.left, y: y)
      document.write(line.quantity, x: columns.quantity, y: y, alignment: .right)
      document.write(line.rate, x: columns.rate, y: y, alignment: .right)
      document.write(line.discount, x: columns.discount, y: y, alignment: .right)
      document.write(line.tax, x: columns.tax, y: y, alignment: .right)
      document.write(line.amount, x: columns.amount, y: y, alignment: .right)
      try drawText(names, size: 9, x: columns.name)
      try drawText(descriptions, size: 8, x: columns.name)
      document.rule(from: Self.left, to: Self.right, y: y - 4)
      y += 10
    }
  }

  private mutating func drawTotals(_ page: DocumentPage) throws {
    try keepTogether(height: Float(page.totals.count + 1) * 15)
    for row in page.totals + [page.balance].compactMap(\.self) {
      let isStrong = row.label == "Total" || row.label == page.balance?.label
      document.write(row.label, x: 430, y: y, bold: isStrong, alignment: .right)
      document.write(row.amount, x: Self.right, y: y, bold: isStrong, alignment: .right)
      y += 15
    }
    y += 15
  }

  private mutating func drawParagraph(_ heading: String, _ text: String) throws {
    guard !text.isEmpty else { return }
    try keepTogether(height: 30)
    document.write(heading, x: Self.left, y: y, size: 10, bold: true)
    y += 14
    let lines = document.lines(of: text, width: Self.right - Self.left, size: 9)
    try drawText(lines, size: 9, x: Self.left)
    y += 10
  }

  private mutating func drawText(_ lines: [String], size: Float, x: Float) throws {
    for line in lines {
      try keepTogether(height: 12)
      document.write(line, x: x, y: y, size: size)
      y += 12
    }
  }

  private mutating func keepTogether(height: Float) throws {
    if y + height > Self.bottom { try startPage() }
  }

  private mutating func startPage() throws {
    try document.startPage()
    y = 60
  }
}
