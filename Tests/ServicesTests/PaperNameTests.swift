import FoundationEssentials
import Sales
import Testing

@testable import Services

/// How the file of an invoice is named: by the user's pattern, never by a server's whim.
@Suite struct PaperNameTests {
  private func name(_ pattern: String, customer: String = "Initech Ltd") -> String {
    let day = CalendarDate("2026-11-01") ?? CalendarDate(daysSinceEpoch: 0)
    let invoice = Invoice(
      id: "9", number: "INV-000031", status: .known(.sent),
      customer: Reference(id: "c1", name: customer), date: day, dueDate: day.adding(days: 30),
      reference: "PO/12", currency: Currency("GBP"), total: 1, balance: 1,
      modifiedTime: Date(timeIntervalSince1970: 0))
    return PaperName.of(invoice, pattern: pattern)
  }

  @Test func thePatternIsFilledIn() {
    #expect(name("{number} {customer} {date}.pdf") == "INV-000031 Initech Ltd 2026-11-01.pdf")
    #expect(name("{due}_{reference}") == "2026-12-01_PO12.pdf")
    #expect(name("{number} {customer}", customer: "株式会社テスト") == "INV-000031 株式会社テスト.pdf")
  }

  @Test(arguments: [
    "../../etc/passwd", "/root/.ssh/id", "..", "a\u{0}b", "line\nbreak", "CON\u{202E}fdp.exe", "",
  ])
  func aHostileNameStaysInTheFolder(_ customer: String) {
    let made = name("{customer}", customer: customer)
    #expect(made.hasSuffix(".pdf"))
    #expect(!made.hasPrefix("."))
    #expect(!made.contains("/"))
    #expect(made.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control })
    #expect(!made.unicodeScalars.contains("\u{202E}"))
  }

  @Test func anEndlessNameIsCut() {
    let made = name("{customer}", customer: String(repeating: "x", count: 4096))
    #expect(made.utf8.count == 124)
  }

  @Test func whatThePatternDoesNotKnowIsLeftOut() {
    #expect(name("{number}{nonsense}") == "INV-000031.pdf")
    #expect(name("{number") == "number.pdf", "an open brace is only a letter too many")
    #expect(PaperName.of(nil, pattern: "{number}") == "invoice.pdf")
  }
}
