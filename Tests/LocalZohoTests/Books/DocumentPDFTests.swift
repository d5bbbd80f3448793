import Foundation
import Testing

@testable import LocalZoho

/// Reads the files with `pdftotext` (package poppler-utils), which must be installed.
@Suite(.timeLimit(.minutes(5))) struct DocumentPDFTests {
  let books: BooksTestbed
  init() throws { books = try BooksTestbed() }

  func text(of pdf: Data) throws -> String {
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).pdf")
    try pdf.write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["pdftotext", "-layout", file.path(), "-"]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let data = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0, "pdftotext (poppler-utils) is needed")
    return String(decoding: data, as: UTF8.self)
  }

  func invoice(_ name: String) throws -> String {
    let vat = try books.tax("VAT")
    let answer = try books.call(
      "POST", "invoices", [:],
      """
      {"customer_id":"\(try books.customer(name))","date":"2026-11-23","reference_number":"PO 7",
       "line_items":[{"name":"Licence, annual","description":"For 25 people","rate":400,
       "quantity":25,"tax_id":"\(vat)"},{"name":"Onboarding day","rate":850,"quantity":2,
       "discount":"10%","tax_id":"\(vat)"}],"notes":"Payment due within 30 days."}
      """)
    return try #require(answer["invoice", "invoice_id"]?.stringValue)
  }

  @Test func aRealFileThatSaysEverything() throws {
    let id = try invoice("Müller & Søn")
    let answer = try books.call("GET", "invoices/\(id)", ["accept": "pdf"])
    #expect(answer.status == 200)
    #expect(answer.contentType == "application/pdf")
    #expect(answer.body.starts(with: Data("%PDF-1.".utf8)))
    let text = try text(of: answer.body)
    for words in [
      "INVOICE", "INV-000001", "Fairlead Trading Ltd", "Müller & Søn", "23 Nov 2026",
      "Licence, annual", "For 25 people", "10,000.00", "Onboarding day", "10%", "1,530.00",
      "£11,530.00", "VAT (20%)", "£2,306.00", "£13,836.00", "Balance Due", "PO 7", "DRAFT",
      "Payment due within 30 days.",
    ] {
      #expect(text.contains(words), "\(words) in \(text)")
    }
  }

  @Test func theAcceptHeaderAsksToo() throws {
    let id = try invoice("Bowman")
    let pdf = try books.call(
      "GET", "invoices/\(id)", headers: ["Accept": "application/pdf"])
    #expect(pdf.contentType == "application/pdf")
    let html = try books.call("GET", "invoices/\(id)", ["accept": "html"])
    #expect(html.contentType == "text/html;charset=UTF-8")
    #expect(String(decoding: html.body, as: UTF8.self).contains("£13,836.00"))
    let missing = try books.call("GET", "invoices/5", ["accept": "pdf"])
    #expect(missing.contentType?.hasPrefix("application/json") == true)
    #expect(missing.code == 1002)
  }

  @Test(arguments: [
    "株式会社漢字", "شركة النور", "🙂 Emoji 👩‍👩‍👧 Ltd", "Z̷̛a̶l̸g̵o̷ ̈́e\u{301}", "\u{202E}Right\u{0}\u{7}",
    String(repeating: "Wide ", count: 39), "\u{FFFF}\u{10FFFF}", "(a\\)b)",
    String(repeating: "漢", count: 10_000), "Ω ≈ ç √ ∫",
  ])
  func anyNameCanBePrinted(name: String) throws {
    let page = page(customer: name, lines: 1)
    #expect(try text(of: DocumentPDF.file(for: page)).contains("INV-7"))
    #expect(try text(of: DocumentPDF.file(for: page, fontFolders: [])).contains("INV-7"))
  }

  @Test func aRealFileInAnotherScript() throws {
    let text = try text(of: DocumentPDF.file(for: page(customer: "Ωmega Łódź Привет", lines: 1)))
    #expect(text.contains("Ωmega Łódź Привет"))
  }

  @Test func withoutTheFontLatinStillShows() throws {
    let text = try text(
      of: DocumentPDF.file(for: page(customer: "Müller €", lines: 1), fontFolders: []))
    #expect(text.contains("Müller €"))
    #expect(text.contains("£1.00"))
  }

  @Test func manyLinesTakeManyPages() throws {
    let text = try text(of: DocumentPDF.file(for: page(customer: "Long", lines: 120)))
    #expect(text.contains("Line 1\n") || text.contains("Line 1 "))
    #expect(text.contains("Line 120"))
    #expect(text.split(separator: "\u{C}").count >= 4)
  }

  func page(customer: String, lines: Int) -> DocumentPage {
    DocumentPage(
      organization: "Org", organizationAddress: ["Street"], number: "INV-7", stamp: "",
      facts: [
        ("Invoice Date", "23 Nov 2026"), ("Terms", "Net 15"), ("Due Date", "08 Dec 2026"),
        ("Reference#", customer),
      ],
      customer: customer, customerAddress: [customer],
      lines: (1...lines).map {
        DocumentPage.Line(
          name: "Line \($0)", description: customer, quantity: "1", rate: "1.00", discount: "",
          tax: "20%", amount: "1.00")
      }, totals: [(label: "Total", amount: "£1.00")], balance: ("Balance Due", "£1.00"),
      notes: customer,
      conditions: customer)
  }
}
