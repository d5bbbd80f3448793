import FoundationEssentials
import Sales
import Testing
import ZohoAPI

@testable import fairlead

/// What command lines are read as, before anything is sent.
struct HeadlessInputTests {
  @Test(
    arguments: [
      ([], "id is not null"), (["A = 1"], "A = 1"), (["A = 1", "B = 2"], "(A = 1) and (B = 2)"),
      (["a", "b", "c"], "((a) and (b)) and (c)"),
      (["a", "b", "c", "d"], "(((a) and (b)) and (c)) and (d)"),
    ] as [([String], String)])
  func conditionsArePaired(conditions: [String], text: String) {
    #expect(COQL.all(conditions) == text)
  }

  @Test(arguments: [
    ("t > '2026-01-01T00:00:00Z'", "t > '2026-01-01T00:00:00+00:00'"),
    ("t > '2026-01-01T00:00:00.123z' and n = 'Z'", "t > '2026-01-01T00:00:00+00:00' and n = 'Z'"),
    ("t > '2026-01-01T00:00:00+05:30'", "t > '2026-01-01T00:00:00+05:30'"),
    ("n = 'At 2026-01-01T00:00:00Z sharp'", "n = 'At 2026-01-01T00:00:00Z sharp'"),
  ])
  func timesGetTheirOffset(text: String, sent: String) {
    #expect(COQL.withOffsets(text) == sent)
  }

  @Test func aQuoteStaysInsideItsText() {
    #expect(COQL.literal("O'Hara' or '1'='1") == "'O''Hara'' or ''1''=''1'")
  }

  @Test(arguments: [
    ("select Deal_Name, Amount from Deals where id is not null", ["id", "Deal_Name", "Amount"]),
    ("SELECT id, Owner.last_name FROM Deals WHERE x = 1", ["id", "Owner.last_name"]),
    ("select Stage, COUNT(id) as n from Deals where x = 1 group by Stage", ["Stage", "n"]),
  ])
  func columnsComeInTheOrderAsked(query: String, columns: [String]) {
    #expect(COQL.columns(of: query) == columns)
  }

  @Test(arguments: [
    ("select a from B where c limit 400, 200", 400),
    ("select a from B where c limit 5 offset 20", 20),
    ("select a from B where c", 0),
  ])
  func anOffsetIsFound(query: String, offset: Int) { #expect(COQL.offset(of: query) == offset) }

  @Test func aPathNamesItsProduct() throws {
    let call = try APICall("books/v3/invoices?status=unpaid&name=a%26b+c", at: .eu)
    #expect(call.product == .books)
    #expect(call.root == "/books/v3")
    #expect(call.path == "/invoices")
    #expect(call.query.map { "\($0.name)=\($0.value)" } == ["status=unpaid", "name=a&b c"])
    let whole = try APICall("https://www.zohoapis.eu/crm/v7/Deals/1", at: .eu)
    #expect(whole.product == .crm)
    #expect(whole.root == "/crm/v7")
    #expect(whole.path == "/Deals/1")
  }

  @Test(arguments: [
    "https://www.zohoapis.com/crm/v8/Deals", "https://www.zohoapis.eu.evil.example/crm/v8/x",
    "crm/Deals", "Deals", "",
  ])
  func otherHostsAndPathsWithoutAVersionAreRefused(path: String) {
    #expect(throws: HeadlessError.self) { try APICall(path, at: .eu) }
  }

  @Test(arguments: [
    ("Work;2;10", InvoiceLineFacts("Work", "2", "10", nil)),
    ("Work, again;0,5;1.234,56;VAT", InvoiceLineFacts("Work, again", "0.5", "1234.56", "VAT")),
  ])
  func aLineOfAnInvoiceIsRead(text: String, facts: InvoiceLineFacts) throws {
    let line = try InvoiceLine(text, nil)
    #expect(InvoiceLineFacts(line.name, "\(line.quantity)", "\(line.rate)", line.tax) == facts)
  }

  @Test(arguments: ["Work", "Work;2", ";1;1", "Work;two;1", "Work;1;1,000", "a;1;1;b;c"])
  func aLineThatLeavesDoubtIsRefused(text: String) {
    #expect(throws: HeadlessError.self) { try InvoiceLine(text, nil) }
  }

  @Test func daysLate() {
    #expect(DayCount(argument: "14d")?.days == 14)
    #expect(DayCount(argument: "14")?.days == 14)
    #expect(DayCount(argument: "-1d") == nil)
    #expect(DayCount(argument: "2w") == nil)
  }
}

/// The facts of a line, as text.
struct InvoiceLineFacts: Hashable, Sendable {
  let words: [String?]

  init(_ name: String, _ quantity: String, _ rate: String, _ tax: String?) {
    words = [name, quantity, rate, tax]
  }
}
